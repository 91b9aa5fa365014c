-- Children whose open child protection plan is for neglect at month end, by the plan's latest category.
SELECT
  month,
  plan_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM children_with_cp_plan
WHERE latest_category = 'Neglect';
