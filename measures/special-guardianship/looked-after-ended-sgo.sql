-- Care episodes ended in the month, and whether they ended by a special guardianship order. Where no reason is
-- recorded it was not by one.
SELECT
  month_of(ended_on) AS month,
  episode_id AS record_id,
  person_id,
  team,
  ended_on AS event_on,
  coalesce(end_reason = 'Special guardianship order', false) AS met
FROM care_episodes
WHERE ended_on IS NOT NULL;
