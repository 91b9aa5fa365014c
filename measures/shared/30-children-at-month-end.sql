-- Who was open at each month end. A child with several open records counts once, by the one started last. A child is in
-- no month end from the day of death on.
--
-- What measures share is a table, so that it is worked out once a run however many measures use it.

CREATE TABLE deaths AS
SELECT person_id, min(date_of_death) AS date_of_death
FROM people
WHERE date_of_death IS NOT NULL
GROUP BY person_id;

-- Every child protection plan open at each month end.
CREATE TABLE cp_plans_at_month_ends AS
SELECT month_ends.month, month_ends.month_end, cp_plans.*
FROM month_ends
JOIN cp_plans ON open_at(cp_plans.started_on, cp_plans.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = cp_plans.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;

-- One row for each child with an open child protection plan at each month end.
CREATE TABLE children_with_cp_plan AS
SELECT *
FROM cp_plans_at_month_ends
QUALIFY row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, plan_id DESC) = 1;

-- Every care episode open at each month end, without the agreed series of short breaks (legal status V3 and V4).
CREATE TABLE care_episodes_at_month_ends AS
SELECT month_ends.month, month_ends.month_end, care_episodes.*
FROM month_ends
JOIN care_episodes ON open_at(care_episodes.started_on, care_episodes.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = care_episodes.person_id
WHERE (deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end)
  AND coalesce(upper(care_episodes.legal_status), '') NOT IN ('V3', 'V4');
