-- Care episodes ended in the month, by the reason recorded. Short breaks count here too: only figures of children
-- looked after at month end leave them out.
SELECT
  month_of(ended_on) AS month,
  episode_id AS record_id,
  person_id,
  team,
  ended_on AS event_on,
  end_reason AS category_1
FROM care_episodes
WHERE ended_on IS NOT NULL;
