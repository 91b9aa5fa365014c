-- Child and family assessments completed, which is when a manager authorised them.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on
FROM assessments
WHERE authorised_on IS NOT NULL;
