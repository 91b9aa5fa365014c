-- Children with a child protection plan open for 91 days or more at month end, and whether every review due since the
-- plan started was held by its limit. Of several such plans the one started last counts.
WITH plans AS (
  SELECT *
  FROM cp_plans_at_month_ends
  WHERE started_on <= month_end - 91
  QUALIFY row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, plan_id DESC) = 1
),

-- The first limit of each plan that no review kept.
missed AS (
  SELECT plan_id, min(limit_on) AS limit_on
  FROM cp_review_limits
  WHERE next_held_on IS NULL OR next_held_on > limit_on
  GROUP BY plan_id
)

SELECT
  plans.month,
  plans.plan_id AS record_id,
  plans.person_id,
  plans.team,
  plans.started_on AS event_on,
  missed.limit_on > plans.month_end AS met
FROM plans
-- Every plan has such a limit: the one after its last review.
JOIN missed ON missed.plan_id = plans.plan_id;
