-- Children with a child in need plan for longer than the visit interval, and whether their latest visit by month end
-- was made within it. Of several such plans of a child the one started last counts.
WITH children AS (
  SELECT plan.*, visit_intervals.cin_from
  FROM open_cases_at_month_ends AS plan
  JOIN visit_intervals ON visit_intervals.month = plan.month
  WHERE plan.case_type = 'CIN'
    AND plan.started_on < visit_intervals.cin_from
  QUALIFY row_number() OVER (
    PARTITION BY plan.month, plan.person_id
    ORDER BY plan.started_on DESC, plan.record_id DESC
  ) = 1
)

SELECT
  children.month,
  children.record_id,
  children.person_id,
  children.team,
  -- The latest visit, so that the list of cases says when each child was last visited.
  latest.visited_on AS event_on,
  coalesce(latest.visited_on >= children.cin_from, false) AS met
FROM children
-- Of the visits up to month end, the one nearest to it.
ASOF LEFT JOIN (SELECT person_id, visited_on FROM visits WHERE kind = 'CIN') AS latest
  ON latest.person_id = children.person_id
  AND latest.visited_on <= children.month_end;
