-- Visits that were planned for a day and have no record of having been made.
SELECT
  visit_id AS record_id,
  person_id,
  team,
  NULL AS last_on,
  due_on,
  'whether the visit was made' AS not_recorded
FROM visits
WHERE due_on IS NOT NULL
  AND visited_on IS NULL;
