-- Reviews of looked after children whose recorded due date is later than the limit that the product works out: 20 working
-- days from the start of care, then 3 months, then 6 months. A review that was held is compared with the limit it was
-- held for; one that was not, with the latest limit that is waiting for a review in the child's open episode: an earlier
-- one that has none was met before the extract begins.
WITH reviews AS (
  SELECT
    review.review_id,
    review.due_on,
    arg_max(limits.limit_on, limits.from_on) AS limit_on
  FROM looked_after_reviews AS review
  JOIN looked_after_review_limits AS limits
    ON limits.person_id = review.person_id
    AND (
      limits.held_on = review.held_on
      OR (review.held_on IS NULL AND limits.held_on IS NULL AND limits.ended_on IS NULL)
    )
  WHERE review.cancelled IS NOT TRUE
  GROUP BY review.review_id, review.due_on
)

SELECT
  review_id AS row_key,
  concat('due_on (', shown_day(due_on), ') is later than the limit (', shown_day(limit_on), ').') AS detail
FROM reviews
WHERE due_on > limit_on;
