-- Disputes that reviewing officers raised in the month, formal and informal.
SELECT
  month_of(raised_on) AS month,
  dispute_id AS record_id,
  person_id,
  allocated_team(person_id, raised_on) AS team,
  raised_on AS event_on
FROM disputes;
