-- Children with an open child protection plan at month end, and whether they had an earlier plan, however long ago.
SELECT
  plan.month,
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  plan.started_on AS event_on,
  EXISTS (
    FROM cp_plans AS earlier
    WHERE earlier.person_id = plan.person_id
      AND earlier.started_on < plan.started_on
  ) AS met
FROM children_with_cp_plan AS plan;
