-- Pre-proceedings concluded within 12 weeks (84 days) of their start, in the month in which they were concluded.
SELECT
  month_of(ended_on) AS month,
  case_id AS record_id,
  person_id,
  allocated_team(person_id, ended_on) AS team,
  ended_on AS event_on,
  started_on + 84 AS limit_on,
  ended_on <= started_on + 84 AS met
FROM pre_proceedings
WHERE ended_on IS NOT NULL;
