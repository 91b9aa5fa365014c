-- Looked after reviews held in the month. A cancelled review is none.
SELECT
  month_of(held_on) AS month,
  review_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on
FROM looked_after_reviews
WHERE held_on IS NOT NULL
  AND cancelled IS NOT TRUE;
