-- The next visit to each child with a child in need plan: within the council's interval (visits: cin_working_days in
-- scorecard.yml) of the last one recorded, or of the start of the plan.
SELECT
  record_id,
  person_id,
  team,
  last_visit_on AS last_on,
  working_days_after(greatest(started_on, last_visit_on), cin_visit_working_days) AS due_on,
  CASE WHEN last_visit_on IS NULL THEN 'no visit of this kind' END AS not_recorded
FROM cases_with_last_visit('CIN')
CROSS JOIN settings;
