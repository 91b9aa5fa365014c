-- Days from entering care to moving in with the adoptive family, for each child placed. The figure spans 36 months;
-- each child is listed in the month of moving in.
SELECT
  month_of(placed_on) AS month,
  person_id AS record_id,
  person_id,
  allocated_team(person_id, placed_on) AS team,
  placed_on AS event_on,
  CASE WHEN entered_care_on IS NULL THEN 'no date of entering care' END AS not_judged,
  placed_on - entered_care_on AS amount
FROM adoptions
WHERE placed_on IS NOT NULL;
