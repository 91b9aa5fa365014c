-- The next visit to each child with a child protection plan: within the council's interval (visits: cp_working_days in
-- scorecard.yml) of the last one recorded, or of the start of the plan.
WITH children AS (
  SELECT *
  FROM open_cases_at_month_ends
  WHERE case_type = 'CP'
  QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY started_on DESC, record_id DESC) = 1
),

last_visits AS (
  SELECT children.*, max(visits.visited_on) AS last_on
  FROM children
  LEFT JOIN visits
    ON visits.person_id = children.person_id
    AND visits.kind = 'CP'
    AND visits.visited_on <= children.month_end
  GROUP BY ALL
)

SELECT
  record_id,
  person_id,
  team,
  last_on,
  working_days_after(greatest(started_on, last_on), cp_visit_working_days) AS due_on,
  CASE WHEN last_on IS NULL THEN 'no visit of this kind' END AS not_recorded
FROM last_visits
CROSS JOIN settings;
