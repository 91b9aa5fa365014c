-- Review child protection conferences held within 183 days of the review before it in the same plan; where there was
-- none, within 91 days of the child's latest initial conference before it. Only conferences of earlier days count as
-- before. A review that names no plan, or has no conference before it, is not judged.
WITH with_conference_before AS (
  SELECT
    *,
    max(held_on) FILTER (kind = 'Review') OVER (
      PARTITION BY plan_id
      ORDER BY held_on
      RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING
    ) AS review_before_on,
    max(held_on) FILTER (kind = 'Initial') OVER (
      PARTITION BY person_id
      ORDER BY held_on
      RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL 1 DAY PRECEDING
    ) AS initial_before_on
  FROM conferences
),

reviews AS (
  SELECT *, coalesce(review_before_on + 183, initial_before_on + 91) AS limit_on
  FROM with_conference_before
  WHERE kind = 'Review'
)

SELECT
  month_of(held_on) AS month,
  conference_id AS record_id,
  person_id,
  team,
  held_on AS event_on,
  limit_on,
  held_on <= limit_on AS met,
  CASE
    WHEN plan_id IS NULL THEN 'the review names no plan'
    WHEN limit_on IS NULL THEN 'no conference before the review'
  END AS not_judged
FROM reviews;
