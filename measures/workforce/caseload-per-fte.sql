-- Social workers with a child allocated to them at month end, how many children each has, and the share of full time
-- that each works.
SELECT
  month,
  worker_id AS record_id,
  team,
  CASE WHEN fte IS NULL THEN 'no full-time equivalent of the worker' END AS not_judged,
  children AS amount,
  fte AS weight
FROM social_worker_caseloads;
