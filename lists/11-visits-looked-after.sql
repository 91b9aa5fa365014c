-- The next visit to each child looked after: within the council's interval (visits: lac_weeks in
-- scorecard.yml) of the last one recorded, or of the start of the episode. Short breaks are among them.
SELECT
  record_id,
  person_id,
  team,
  last_visit_on AS last_on,
  CAST(greatest(started_on, last_visit_on) + to_days(7 * lac_visit_weeks) AS DATE) AS due_on,
  CASE WHEN last_visit_on IS NULL THEN 'no visit of this kind' END AS not_recorded
FROM cases_with_last_visit('LAC')
CROSS JOIN settings;
