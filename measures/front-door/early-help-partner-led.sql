-- Early help assessments started that a partner leads. Where nobody is recorded as leading it, no partner does.
SELECT
  month_of(started_on) AS month,
  episode_id AS record_id,
  person_id,
  allocated_team(person_id, started_on) AS team,
  started_on AS event_on,
  coalesce(organisation <> 'Council', false) AS met
FROM early_help;
