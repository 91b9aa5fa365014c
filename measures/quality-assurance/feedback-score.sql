-- Answers that gave a score from 0 to 10.
SELECT
  month_of(received_on) AS month,
  response_id AS record_id,
  team,
  received_on AS event_on,
  score AS amount
FROM feedback
WHERE score IS NOT NULL;
