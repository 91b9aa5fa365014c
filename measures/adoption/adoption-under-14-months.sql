-- Children placed with their adoptive family, and whether that was within 14 months (426 days) of entering care. The
-- figure spans 36 months; each child is listed in the month of moving in.
SELECT
  month_of(placed_on) AS month,
  person_id AS record_id,
  person_id,
  allocated_team(person_id, placed_on) AS team,
  placed_on AS event_on,
  entered_care_on + 426 AS limit_on,
  placed_on <= entered_care_on + 426 AS met,
  CASE WHEN entered_care_on IS NULL THEN 'no date of entering care' END AS not_judged
FROM adoptions
WHERE placed_on IS NOT NULL;
