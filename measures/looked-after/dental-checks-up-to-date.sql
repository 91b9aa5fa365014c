-- Children looked after for 12 months or more at month end, and whether they had a dental check in the 12 months to
-- it.
SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  EXISTS (
    FROM health_checks
    WHERE health_checks.person_id = child.person_id
      AND health_checks.kind = 'Dental check'
      AND health_checks.checked_on BETWEEN first_day_of_months_to(child.month_end, 12) AND child.month_end
  ) AS met
FROM children_looked_after_12_months AS child;
