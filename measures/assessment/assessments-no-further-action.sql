-- Assessments that closed the case with no further action. Where no next action is recorded it is not counted as that.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on,
  coalesce(next_action = 'No Further Action', false) AS met
FROM assessments
WHERE authorised_on IS NOT NULL
  AND outcome = 'Close case';
