-- Reviews of looked after children whose recorded due date is later than the limit that the product works out: 20 working
-- days from the start of care, then 3 months, then 6 months. A review that was held is compared with the limit it was
-- held for; one that was not, with the limit that is still waiting for a review in the child's open episode.
SELECT
  review.review_id AS row_key,
  concat('due_on (', shown_day(review.due_on), ') is later than the limit (', shown_day(min(limits.limit_on)), ').') AS detail
FROM looked_after_reviews AS review
JOIN looked_after_review_limits AS limits
  ON limits.person_id = review.person_id
  AND (
    limits.held_on = review.held_on
    OR (review.held_on IS NULL AND limits.held_on IS NULL AND limits.ended_on IS NULL)
  )
WHERE review.cancelled IS NOT TRUE
GROUP BY review.review_id, review.due_on
HAVING review.due_on > min(limits.limit_on);
