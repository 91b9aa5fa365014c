-- Care leavers aged 19 to 21 in the latest snapshot of the month, and whether their home is suitable. Nothing
-- recorded is not met.
SELECT
  month,
  person_id AS record_id,
  person_id,
  team,
  as_at AS event_on,
  coalesce(suitable_accommodation, false) AS met,
  'Aged ' || age AS category_1
FROM care_leavers_in_snapshots
WHERE age BETWEEN 19 AND 21;
