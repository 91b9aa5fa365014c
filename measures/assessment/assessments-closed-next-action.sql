-- What the family was offered when an assessment closed the case, by whether a strategy discussion was held in it.
SELECT
  month_of(authorised_on) AS month,
  assessment_id AS record_id,
  person_id,
  team,
  authorised_on AS event_on,
  strategy_discussion AS category_1,
  next_action AS category_2
FROM authorised_assessments
WHERE outcome = 'Close case';
