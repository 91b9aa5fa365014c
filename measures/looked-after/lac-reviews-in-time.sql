-- Looked after reviews whose limit falls in the month, and whether each was held by it, for children still looked
-- after at the limit. Care that ends on the limit day is over. Each limit counts from the day the review before it
-- was held, so the record is the care episode: a review that was never held has none of its own.
SELECT
  month_of(limit_on) AS month,
  episode_id AS record_id,
  person_id,
  team,
  from_on AS event_on,
  limit_on,
  coalesce(held_on <= limit_on, false) AS met
FROM looked_after_review_limits
WHERE ended_on IS NULL OR ended_on > limit_on;
