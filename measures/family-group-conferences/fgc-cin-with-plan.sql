-- Children with an open child in need plan at month end, and whether a family group conference had made a plan by
-- then.
SELECT
  child.month,
  child.plan_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  coalesce(family_plans.made_on <= child.month_end, false) AS met
FROM children_with_cin_plan AS child
LEFT JOIN family_plans ON family_plans.person_id = child.person_id;
