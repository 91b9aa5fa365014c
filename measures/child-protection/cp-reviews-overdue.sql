-- Children with an open child protection plan whose next review limit is on or before month end. The next limit is the
-- one that counts from the last review held by month end, or from the start of the plan.
SELECT
  plan.month,
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  plan.started_on AS event_on,
  review.limit_on
FROM children_with_cp_plan AS plan
JOIN cp_review_limits AS review
  ON review.plan_id = plan.plan_id
  AND review.limit_on <= plan.month_end
  AND (review.next_held_on IS NULL OR review.next_held_on > plan.month_end);
