-- Children in initial child protection conferences held in the month. A child who moves in with a plan from another
-- council (a transfer in) is left out.
SELECT
  month_of(held_on) AS month,
  conference_id AS record_id,
  person_id,
  team,
  held_on AS event_on
FROM conferences
WHERE kind = 'Initial'
  AND transfer_in IS NOT TRUE;
