-- Graded Care Profile 2 assessments of neglect completed, by the agency that completed them.
SELECT
  month_of(completed_on) AS month,
  profile_id AS record_id,
  person_id,
  allocated_team(person_id, completed_on) AS team,
  completed_on AS event_on,
  agency AS category_1
FROM graded_care_profiles;
