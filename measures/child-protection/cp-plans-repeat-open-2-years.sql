-- Children with an open child protection plan at month end, and whether an earlier plan had ended in the 2 years
-- before this one started. A plan that ended on the day this one started did not end before it.
SELECT
  plan.month,
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  plan.started_on AS event_on,
  EXISTS (
    FROM cp_plans AS earlier
    WHERE earlier.person_id = plan.person_id
      AND earlier.ended_on >= months_before(plan.started_on, 24)
      AND earlier.ended_on < plan.started_on
  ) AS met
FROM children_with_cp_plan AS plan;
