-- Looked after reviews held for children aged 4 or over on the day, and whether the child took part in some form.
-- Nothing recorded means no; a child without a date of birth is left out.
SELECT
  month_of(review.held_on) AS month,
  review.review_id AS record_id,
  review.person_id,
  allocated_team(review.person_id, review.held_on) AS team,
  review.held_on AS event_on,
  coalesce(review.participated, false) AS met
FROM looked_after_reviews AS review
JOIN people ON people.person_id = review.person_id
WHERE review.cancelled IS NOT TRUE
  AND age_at(people.date_of_birth, review.held_on) >= 4;
