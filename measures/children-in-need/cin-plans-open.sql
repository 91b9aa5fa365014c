-- Children with an open child in need plan at month end.
SELECT
  month,
  plan_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM children_with_cin_plan;
