-- Children with an open child protection plan at month end, and whether the plan started 15 months or more before it.
SELECT
  month,
  plan_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  started_on <= months_before(month_end, 15) AS met
FROM children_with_cp_plan;
