-- Children looked after for 12 months or more at month end, and whether they had a health assessment (initial or
-- review) in the 12 months to it; under the age of 5 in the 6 months to it.
WITH children AS (
  SELECT child.*, age_at(people.date_of_birth, child.month_end) AS age
  FROM children_looked_after_12_months AS child
  LEFT JOIN people ON people.person_id = child.person_id
),

latest_assessments AS (
  SELECT children.month, children.person_id, max(health_checks.checked_on) AS checked_on
  FROM children
  JOIN health_checks
    ON health_checks.person_id = children.person_id
    AND health_checks.checked_on <= children.month_end
  WHERE health_checks.kind IN ('Initial health assessment', 'Review health assessment')
  GROUP BY children.month, children.person_id
)

SELECT
  children.month,
  children.episode_id AS record_id,
  children.person_id,
  children.team,
  children.started_on AS event_on,
  coalesce(
    latest.checked_on >= first_day_of_months_to(children.month_end, CASE WHEN children.age < 5 THEN 6 ELSE 12 END),
    false
  ) AS met,
  CASE WHEN children.age IS NULL THEN 'no date of birth' END AS not_judged
FROM children
LEFT JOIN latest_assessments AS latest
  ON latest.month = children.month
  AND latest.person_id = children.person_id;
