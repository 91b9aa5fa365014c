-- Everybody with a child allocated to them at month end, by role, and how many children each has.
SELECT
  allocation.month,
  workers.worker_id AS record_id,
  workers.team,
  count(DISTINCT allocation.person_id) AS amount,
  workers.role AS category_1
FROM allocations_at_month_ends AS allocation
JOIN workers ON workers.worker_id = allocation.worker_id
GROUP BY ALL;
