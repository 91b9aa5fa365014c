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
  max(case_supervisions.held_on) AS event_on,
  coalesce(bool_or(case_supervisions.held_on >= first_day_of_months_to(children.month_end, 3)), false) AS met,
  children.case_type AS category_1
FROM children
LEFT JOIN case_supervisions
  ON case_supervisions.person_id = children.person_id
  AND case_supervisions.held_on <= children.month_end
GROUP BY ALL;
