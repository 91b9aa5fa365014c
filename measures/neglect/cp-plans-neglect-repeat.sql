-- Children whose open child protection plan is for neglect, and who had any plan before it.
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
FROM children_with_cp_plan AS plan
WHERE plan.latest_category = 'Neglect';
