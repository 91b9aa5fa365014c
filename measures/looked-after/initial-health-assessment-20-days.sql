-- Care episodes with an initial health assessment within 20 working days of their start, in the month in which the
-- 20th falls, for children still looked after at the limit. Care that ends on the limit day is over.
WITH episodes AS (
  SELECT *, working_days_after(started_on, 20) AS limit_on
  FROM care_episodes
)

SELECT
  month_of(episode.limit_on) AS month,
  episode.episode_id AS record_id,
  episode.person_id,
  episode.team,
  episode.started_on AS event_on,
  episode.limit_on,
  EXISTS (
    FROM health_checks
    WHERE health_checks.person_id = episode.person_id
      AND health_checks.kind = 'Initial health assessment'
      AND health_checks.checked_on BETWEEN episode.started_on AND episode.limit_on
  ) AS met
FROM episodes AS episode
WHERE episode.ended_on IS NULL OR episode.ended_on > episode.limit_on;
