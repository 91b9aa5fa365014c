-- The next supervision of each open case: within 3 months of the last, or of the start of the case.
WITH children AS (
  SELECT *
  FROM open_cases_at_month_ends
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY precedence, started_on DESC, record_id DESC) = 1
),

last_supervisions AS (
  SELECT children.*, max(case_supervisions.held_on) AS last_on
  FROM children
  LEFT JOIN case_supervisions
    ON case_supervisions.person_id = children.person_id
    AND case_supervisions.held_on <= children.month_end
  GROUP BY ALL
)

SELECT
  record_id,
  person_id,
  team,
  last_on,
  CAST(greatest(started_on, last_on) + to_months(3) AS DATE) AS due_on,
  CASE WHEN last_on IS NULL THEN 'no supervision of the case' END AS not_recorded
FROM last_supervisions;
