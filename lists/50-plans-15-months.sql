-- Children whose child protection plan has been open for 15 months or more: by when it had been.
SELECT
  plan_id AS record_id,
  person_id,
  team,
  started_on AS last_on,
  CAST(started_on + to_months(15) AS DATE) AS due_on,
  NULL AS not_recorded
FROM children_with_cp_plan
WHERE started_on <= months_before(month_end, 15);
