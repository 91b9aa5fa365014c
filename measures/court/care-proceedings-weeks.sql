-- Days from the issue of care proceedings to their conclusion; the figure divides by 7 to give weeks.
SELECT
  month_of(concluded_on) AS month,
  case_id AS record_id,
  person_id,
  allocated_team(person_id, concluded_on) AS team,
  concluded_on AS event_on,
  concluded_on - issued_on AS amount
FROM care_proceedings
WHERE concluded_on IS NOT NULL;
