-- Child protection plans started, and whether the child had an earlier plan, however long ago. The figure spans 12
-- months; each plan is listed in the month in which it started.
SELECT
  month_of(plan.started_on) AS month,
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  plan.started_on AS event_on,
  EXISTS (
    FROM cp_plans AS earlier
    WHERE earlier.person_id = plan.person_id
      AND earlier.started_on < plan.started_on
  ) AS met
FROM cp_plans AS plan;
