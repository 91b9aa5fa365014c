-- Children looked after for 12 months or more at month end, and whether the reviewing officer recorded 2 or more
-- oversights in the 12 months to it.
WITH oversights_in_12_months AS (
  SELECT child.month, child.person_id, count(*) AS oversights
  FROM children_looked_after_12_months AS child
  JOIN oversights
    ON oversights.person_id = child.person_id
    AND oversights.recorded_on BETWEEN first_day_of_months_to(child.month_end, 12) AND child.month_end
  GROUP BY child.month, child.person_id
)

SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  coalesce(counted.oversights >= 2, false) AS met
FROM children_looked_after_12_months AS child
LEFT JOIN oversights_in_12_months AS counted
  ON counted.month = child.month
  AND counted.person_id = child.person_id;
