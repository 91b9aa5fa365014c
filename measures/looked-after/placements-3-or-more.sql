-- Children looked after at month end, and whether they had 3 or more placements in the 12 months to it. Temporary
-- stays are left out, and placements that follow on one another with the same carer are one.
WITH placements_in_12_months AS (
  SELECT child.month, child.person_id, count(DISTINCT stays.stay_id) AS placements
  FROM children_looked_after AS child
  JOIN stays
    ON stays.person_id = child.person_id
    AND stays.started_on <= child.month_end
    -- A placement that ended on the first day was open in the 12 months.
    AND coalesce(stays.ended_on >= first_day_of_months_to(child.month_end, 12), true)
  GROUP BY child.month, child.person_id
)

SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  coalesce(counted.placements >= 3, false) AS met
FROM children_looked_after AS child
LEFT JOIN placements_in_12_months AS counted
  ON counted.month = child.month
  AND counted.person_id = child.person_id;
