-- Answers received, by who gave them, with or without a score.
SELECT
  month_of(received_on) AS month,
  response_id AS record_id,
  team,
  received_on AS event_on,
  respondent AS category_1
FROM feedback;
