-- First looked after reviews whose limit falls in the month, 20 working days from the start of care, and whether each
-- was held by it, for children still looked after at the limit. Care that ends on the limit day is over.
SELECT
  month_of(limit_on) AS month,
  episode_id AS record_id,
  person_id,
  team,
  from_on AS event_on,
  limit_on,
  coalesce(held_on <= limit_on, false) AS met
FROM looked_after_review_limits
WHERE counts_from = 'start of care'
  AND (ended_on IS NULL OR ended_on > limit_on);
