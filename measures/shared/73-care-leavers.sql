-- Care leavers as the latest snapshot of each month shows them. A month without a snapshot has no care leavers.
CREATE TABLE care_leavers_in_snapshots AS
WITH latest AS (
  SELECT month_of(as_at) AS month, max(as_at) AS as_at
  FROM care_leavers
  GROUP BY ALL
)

SELECT latest.month, care_leavers.*, age_at(care_leavers.date_of_birth, care_leavers.as_at) AS age
FROM latest
JOIN care_leavers ON care_leavers.as_at = latest.as_at
LEFT JOIN deaths ON deaths.person_id = care_leavers.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > care_leavers.as_at;
