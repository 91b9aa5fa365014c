-- Who holds which child at each month end.
CREATE VIEW allocations_at_month_ends AS
SELECT month_ends.month, month_ends.month_end, allocations.*
FROM month_ends
JOIN allocations ON open_at(allocations.started_on, allocations.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = allocations.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;

-- One row for each social worker with a child at each month end. A child with several allocations to one worker counts
-- once for that worker; one with two workers counts for both. The team is the worker's. A worker whom `workers` does not
-- name is left out, because nobody knows the role.
CREATE TABLE social_worker_caseloads AS
SELECT
  allocation.month,
  workers.worker_id,
  workers.team,
  workers.fte,
  count(DISTINCT allocation.person_id) AS children
FROM allocations_at_month_ends AS allocation
JOIN workers ON workers.worker_id = allocation.worker_id
WHERE workers.role IN ('Social worker', 'Newly qualified social worker')
GROUP BY ALL;
