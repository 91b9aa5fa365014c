-- Visits of the 12 months to the month end whose recorded due date is later than the interval of the settings allows,
-- counted from the visit of its kind before it or from the start of the plan or of care, whichever was later.
-- Older ones are history that nobody mends. Visits to care leavers have no interval.
WITH counted_from AS (
  SELECT person_id, kind, visited_on AS from_on FROM visits WHERE visited_on IS NOT NULL
  UNION
  SELECT person_id, 'CIN' AS kind, started_on AS from_on FROM cin_plans
  UNION
  SELECT person_id, 'CP' AS kind, started_on AS from_on FROM cp_plans
  UNION
  SELECT person_id, 'LAC' AS kind, started_on AS from_on FROM care_episodes
),

recent AS (
  SELECT visits.*, coalesce(visits.visited_on, visits.due_on) AS visited_or_due_on
  FROM visits
  CROSS JOIN report
  WHERE visits.due_on BETWEEN first_day_of_months_to(report_month_end, 12) AND report_month_end
),

limits AS (
  SELECT
    visit.visit_id,
    visit.due_on,
    CASE visit.kind
      WHEN 'CIN' THEN working_days_after(counted_from.from_on, cin_visit_working_days)
      WHEN 'CP' THEN working_days_after(counted_from.from_on, cp_visit_working_days)
      WHEN 'LAC' THEN CAST(counted_from.from_on + to_days(7 * lac_visit_weeks) AS DATE)
    END AS limit_on
  FROM recent AS visit
  CROSS JOIN settings
  ASOF JOIN counted_from
    ON counted_from.person_id = visit.person_id
    AND counted_from.kind = visit.kind
    AND counted_from.from_on < visit.visited_or_due_on
)

SELECT
  visit_id AS row_key,
  concat('due_on (', shown_day(due_on), ') is later than the limit (', shown_day(limit_on), ').') AS detail
FROM limits
WHERE due_on > limit_on;
