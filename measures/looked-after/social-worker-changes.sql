-- Children looked after at month end, and whether 3 or more workers held an allocation of the child in the 12 months
-- to it.
WITH workers_in_12_months AS (
  SELECT child.month, child.person_id, count(DISTINCT allocations.worker_id) AS workers
  FROM children_looked_after AS child
  JOIN allocations
    ON allocations.person_id = child.person_id
    AND allocations.started_on <= child.month_end
    -- An allocation that ended on the first day was open in the 12 months.
    AND coalesce(allocations.ended_on >= first_day_of_months_to(child.month_end, 12), true)
  GROUP BY child.month, child.person_id
)

SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  coalesce(counted.workers >= 3, false) AS met
FROM children_looked_after AS child
LEFT JOIN workers_in_12_months AS counted
  ON counted.month = child.month
  AND counted.person_id = child.person_id;
