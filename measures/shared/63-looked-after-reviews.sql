-- When each child looked after must be reviewed: within 20 working days of the start of care, then within 3 months of
-- the first review, then within 6 months of each later one.

-- The reviews held in each care episode, from its first to its last day, in that order (place). The first is the one
-- whose sequence is 1; where no review of the episode has that, the earliest, unless its sequence says that it is a
-- later one. What was held before the first review is none of the episode's. A cancelled review is none either.
CREATE TABLE reviews_of_care_episodes AS
WITH held AS (
  SELECT
    episode.episode_id,
    review.held_on,
    review.sequence,
    row_number() OVER (
      PARTITION BY episode.episode_id
      ORDER BY review.held_on, review.sequence NULLS LAST, review.review_id
    ) AS place
  FROM care_episodes AS episode
  JOIN looked_after_reviews AS review
    ON review.person_id = episode.person_id
    AND review.held_on >= episode.started_on
    AND (episode.ended_on IS NULL OR review.held_on <= episode.ended_on)
  WHERE review.cancelled IS NOT TRUE
),

with_first AS (
  SELECT
    *,
    coalesce(
      min(place) FILTER (sequence = 1) OVER episode,
      CASE WHEN max(sequence) FILTER (place = 1) OVER episode IS NULL THEN 1 END
    ) AS first_place
  FROM held
  WINDOW episode AS (PARTITION BY episode_id)
)

SELECT episode_id, place, held_on, coalesce(place = first_place, false) AS is_first
FROM with_first
WHERE first_place IS NULL OR place >= first_place;

-- One row for each limit of each care episode: what it counts from, the limit, and the day of the review held for it,
-- if there was one.
CREATE TABLE looked_after_review_limits AS
WITH limits AS (
  SELECT
    episode.episode_id,
    'start of care' AS counts_from,
    episode.started_on AS from_on,
    -- Working days are known from the calendar's first year on; a limit before it is long past, whichever day it was.
    coalesce(working_days_after(episode.started_on, 20), episode.started_on + 28) AS limit_on,
    first_review.held_on
  FROM care_episodes AS episode
  LEFT JOIN reviews_of_care_episodes AS first_review
    ON first_review.episode_id = episode.episode_id
    AND first_review.is_first
  UNION ALL
  SELECT
    episode_id,
    CASE WHEN is_first THEN 'first review' ELSE 'later review' END AS counts_from,
    held_on AS from_on,
    CAST(held_on + to_months(CASE WHEN is_first THEN 3 ELSE 6 END) AS DATE) AS limit_on,
    lead(held_on) OVER (PARTITION BY episode_id ORDER BY place) AS held_on
  FROM reviews_of_care_episodes
)

SELECT
  limits.*,
  episode.person_id,
  episode.team,
  episode.started_on,
  episode.ended_on
FROM limits
JOIN care_episodes AS episode ON episode.episode_id = limits.episode_id;
