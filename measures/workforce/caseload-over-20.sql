-- Social workers with a child allocated to them at month end, and whether they have more than 20.
SELECT
  month,
  worker_id AS record_id,
  team,
  children > 20 AS met
FROM social_worker_caseloads;
