-- Child protection plans started in the month, and whether an earlier plan of the child had ended in the 2 years
-- before. A plan that ended on the day this one started did not end before it.
SELECT
  month_of(plan.started_on) AS month,
  plan.plan_id AS record_id,
  plan.person_id,
  plan.team,
  plan.started_on AS event_on,
  EXISTS (
    FROM cp_plans AS earlier
    WHERE earlier.person_id = plan.person_id
      AND earlier.plan_id <> plan.plan_id
      AND earlier.ended_on >= months_before(plan.started_on, 24)
      AND earlier.ended_on < plan.started_on
  ) AS met
FROM cp_plans AS plan;
