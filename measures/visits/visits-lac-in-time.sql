-- Children looked after for longer than the visit interval, and whether their latest visit by month end was made
-- within it. Short breaks count too: these visits are owed to every child in care. Of several such episodes the one
-- started last counts.
WITH children AS (
  SELECT episode.*, visit_intervals.lac_from
  FROM open_cases_at_month_ends AS episode
  JOIN visit_intervals ON visit_intervals.month = episode.month
  WHERE episode.case_type = 'LAC'
    AND episode.started_on < visit_intervals.lac_from
  QUALIFY row_number() OVER (
    PARTITION BY episode.month, episode.person_id
    ORDER BY episode.started_on DESC, episode.record_id DESC
  ) = 1
)

SELECT
  children.month,
  children.record_id,
  children.person_id,
  children.team,
  -- The latest visit, so that the list of cases says when each child was last visited.
  latest.visited_on AS event_on,
  coalesce(latest.visited_on >= children.lac_from, false) AS met
FROM children
-- Of the visits up to month end, the one nearest to it.
ASOF LEFT JOIN (SELECT person_id, visited_on FROM visits WHERE kind = 'LAC') AS latest
  ON latest.person_id = children.person_id
  AND latest.visited_on <= children.month_end;
