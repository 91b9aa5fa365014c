-- Days from entering care to the adoption order, for each child adopted. The figure spans 36 months; each child is listed
-- in the month of the order.
SELECT
  month_of(adopted_on) AS month,
  person_id AS record_id,
  person_id,
  allocated_team(person_id, adopted_on) AS team,
  adopted_on AS event_on,
  CASE WHEN entered_care_on IS NULL THEN 'no date of entering care' END AS not_judged,
  adopted_on - entered_care_on AS amount
FROM adoptions
WHERE adopted_on IS NOT NULL;
