-- Children whose case has been open for a month or more, and whether it was discussed in supervision in the 3 months
-- to month end. Each child counts once: as looked after, else child protection, else child in need.
WITH children AS (
  SELECT *
  FROM open_cases_at_month_ends
  WHERE started_on <= months_before(month_end, 1)
  QUALIFY row_number() OVER (
    PARTITION BY month, person_id
    ORDER BY precedence, started_on DESC, record_id DESC
  ) = 1
)

SELECT
  children.month,
  children.record_id,
  children.person_id,
  children.team,
  -- The latest supervision, so that the list of cases says when each case was last discussed.
  latest.held_on AS event_on,
  coalesce(latest.held_on >= first_day_of_months_to(children.month_end, 3), false) AS met,
  children.case_type AS category_1
FROM children
-- Of the supervisions up to month end, the one nearest to it.
ASOF LEFT JOIN case_supervisions AS latest
  ON latest.person_id = children.person_id
  AND latest.held_on <= children.month_end;
