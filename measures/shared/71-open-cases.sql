-- Cases that a team holds: child in need plans, child protection plans and care episodes, each at every month end at
-- which it is open. Short breaks (legal status V3 and V4) are among them: visits, supervision and a worker are owed to
-- every child. A child is in no month end from the day of death on.
CREATE TABLE open_cases_at_month_ends AS
WITH cases_held AS (
  SELECT 'CIN' AS case_type, plan_id AS record_id, person_id, team, started_on, ended_on
  FROM cin_plans
  UNION ALL
  SELECT 'CP' AS case_type, plan_id AS record_id, person_id, team, started_on, ended_on
  FROM cp_plans
  UNION ALL
  SELECT 'LAC' AS case_type, episode_id AS record_id, person_id, team, started_on, ended_on
  FROM care_episodes
)

SELECT
  month_ends.month,
  month_ends.month_end,
  cases_held.*,
  -- A child with cases of several types counts once, as looked after, else child protection, else child in need.
  list_position(['LAC', 'CP', 'CIN'], case_type) AS precedence
FROM month_ends
JOIN cases_held ON open_at(cases_held.started_on, cases_held.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = cases_held.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;
