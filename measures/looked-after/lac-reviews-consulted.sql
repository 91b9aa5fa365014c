-- Looked after reviews held, and whether the reviewing officer consulted the child first. Nothing recorded means no.
SELECT
  month_of(held_on) AS month,
  review_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on,
  coalesce(consulted, false) AS met
FROM looked_after_reviews
WHERE held_on IS NOT NULL
  AND cancelled IS NOT TRUE;
