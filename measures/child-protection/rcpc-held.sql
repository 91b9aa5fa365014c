-- Children in review child protection conferences held in the month.
SELECT
  month_of(held_on) AS month,
  conference_id AS record_id,
  person_id,
  team,
  held_on AS event_on
FROM conferences
WHERE kind = 'Review';
