-- Children with an open child protection plan at month end, by the latest category of need.
SELECT
  month,
  plan_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  latest_category AS category_1
FROM children_with_cp_plan;
