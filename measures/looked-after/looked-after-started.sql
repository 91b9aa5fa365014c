-- Care episodes started in the month, by the child's age on the first day. Short breaks count here too: only figures
-- of children looked after at month end leave them out.
WITH episodes AS (
  SELECT episode.*, age_at(people.date_of_birth, episode.started_on) AS age
  FROM care_episodes AS episode
  LEFT JOIN people ON people.person_id = episode.person_id
)

SELECT
  month_of(started_on) AS month,
  episode_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  -- An age that no child in care can have comes from a wrong date of birth: the band is then not recorded.
  CASE
    WHEN age BETWEEN 0 AND 4 THEN '0-4'
    WHEN age BETWEEN 5 AND 9 THEN '5-9'
    WHEN age BETWEEN 10 AND 15 THEN '10-15'
    WHEN age BETWEEN 16 AND 17 THEN '16-17'
  END AS category_1
FROM episodes;
