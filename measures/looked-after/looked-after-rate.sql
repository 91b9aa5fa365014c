-- Children looked after at month end (agreed series of short breaks left out), for a rate per 10,000 children aged 0
-- to 17.
SELECT
  month,
  episode_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM children_looked_after;
