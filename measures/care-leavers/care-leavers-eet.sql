-- Care leavers aged 19 to 21 in the latest snapshot of the month, and whether they are in education, employment or
-- training. Nothing recorded is not met.
SELECT
  month,
  person_id AS record_id,
  person_id,
  team,
  as_at AS event_on,
  coalesce(in_education_employment_training, false) AS met,
  'Aged ' || age AS category_1
FROM care_leavers_in_snapshots
WHERE age BETWEEN 19 AND 21;
