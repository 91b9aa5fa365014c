-- Children looked after at month end whose next review limit is on or before it. The next limit is the one that counts
-- from the last review held by month end, or from the start of care.
WITH next_limits AS (
  SELECT child.*, review.limit_on
  FROM children_looked_after AS child
  JOIN looked_after_review_limits AS review
    ON review.episode_id = child.episode_id
    AND review.from_on <= child.month_end
  QUALIFY row_number() OVER (
    PARTITION BY child.month, child.episode_id
    ORDER BY review.from_on DESC, review.limit_on DESC
  ) = 1
)

SELECT
  month,
  episode_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  limit_on
FROM next_limits
WHERE limit_on <= month_end;
