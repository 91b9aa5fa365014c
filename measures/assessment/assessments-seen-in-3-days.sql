-- Assessments in which the child was seen within 3 working days of the start. Seen before the start is in time; an
-- assessment that says nothing of the child being seen is not.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on,
  working_days_after(started_on, 3) AS limit_on,
  coalesce(child_seen_on <= working_days_after(started_on, 3), false) AS met
FROM assessments
WHERE authorised_on IS NOT NULL;
