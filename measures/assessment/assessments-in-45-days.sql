-- Assessments authorised within 45 working days of their start, in the month in which they were authorised.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on,
  working_days_after(started_on, 45) AS limit_on,
  coalesce(authorised_on <= working_days_after(started_on, 45), false) AS met
FROM assessments
WHERE authorised_on IS NOT NULL;
