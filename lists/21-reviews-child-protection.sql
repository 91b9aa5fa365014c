-- The next review conference of each open child protection plan: within 91 days of its start, then 183 of each review.
SELECT
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  review.from_on AS last_on,
  review.limit_on AS due_on,
  NULL AS not_recorded
FROM children_with_cp_plan AS plan
JOIN cp_review_limits AS review
  ON review.plan_id = plan.plan_id
  AND review.from_on <= plan.month_end
  AND (review.next_held_on IS NULL OR review.next_held_on > plan.month_end);
