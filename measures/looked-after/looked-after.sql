-- Children looked after at month end (agreed series of short breaks left out).
SELECT
  month,
  episode_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM children_looked_after;
