-- The next visit to each child with a child protection plan: within the council's interval (visits: cp_working_days in
-- scorecard.yml) of the last one recorded, or of the start of the plan.
SELECT
  record_id,
  person_id,
  team,
  last_visit_on AS last_on,
  working_days_after(greatest(started_on, last_visit_on), cp_visit_working_days) AS due_on,
  CASE WHEN last_visit_on IS NULL THEN 'no visit of this kind' END AS not_recorded
FROM cases_with_last_visit('CP')
CROSS JOIN settings;
