-- Days from the placement order to the match with an adoptive family, for each child matched. The figure spans 36
-- months; each child is listed in the month of the match.
SELECT
  month_of(matched_on) AS month,
  person_id AS record_id,
  person_id,
  allocated_team(person_id, matched_on) AS team,
  matched_on AS event_on,
  CASE WHEN placement_order_on IS NULL THEN 'no date of the placement order' END AS not_judged,
  matched_on - placement_order_on AS amount
FROM adoptions
WHERE matched_on IS NOT NULL;
