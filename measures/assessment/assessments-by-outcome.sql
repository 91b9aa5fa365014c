-- Assessments authorised, by whether a strategy discussion was held in them, and by their outcome.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on,
  strategy_discussion AS category_1,
  coalesce(outcome, 'No outcome recorded') AS category_2
FROM authorised_assessments;
