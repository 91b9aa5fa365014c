-- Care proceedings concluded within 26 weeks (182 days) of their issue, in the month in which they were concluded.
SELECT
  month_of(concluded_on) AS month,
  case_id AS record_id,
  person_id,
  allocated_team(person_id, concluded_on) AS team,
  concluded_on AS event_on,
  issued_on + 182 AS limit_on,
  concluded_on <= issued_on + 182 AS met
FROM care_proceedings
WHERE concluded_on IS NOT NULL;
