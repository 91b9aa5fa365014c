-- Social workers with a child allocated to them at month end, and how many children each has.
SELECT
  month,
  worker_id AS record_id,
  team,
  children AS amount
FROM social_worker_caseloads;
