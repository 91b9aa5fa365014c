-- The next review of each child looked after: within 20 working days of the start of care, 3 months of the first review,
-- 6 months of each later one.
SELECT
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  review.from_on AS last_on,
  review.limit_on AS due_on,
  NULL AS not_recorded
FROM children_looked_after AS child
JOIN looked_after_review_limits AS review
  ON review.episode_id = child.episode_id
  AND review.from_on <= child.month_end
QUALIFY row_number() OVER (PARTITION BY child.episode_id ORDER BY review.from_on DESC, review.limit_on DESC) = 1;
