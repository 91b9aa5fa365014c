-- One row a child at each month end, for children in need and for children looked after. A child with several open
-- records counts once, by the one started last. A child is in no month end from the day of death on.

-- Every child in need plan open at each month end.
CREATE TABLE cin_plans_at_month_ends AS
SELECT month_ends.month, month_ends.month_end, cin_plans.*
FROM month_ends
JOIN cin_plans ON open_at(cin_plans.started_on, cin_plans.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = cin_plans.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;

-- One row for each child with an open child in need plan at each month end.
CREATE TABLE children_with_cin_plan AS
SELECT *
FROM cin_plans_at_month_ends
QUALIFY row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, plan_id DESC) = 1;

-- One row for each child looked after at each month end, agreed series of short breaks (V3 and V4) left out.
CREATE TABLE children_looked_after AS
SELECT *
FROM care_episodes_at_month_ends
QUALIFY row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, episode_id DESC) = 1;

-- One row for each child looked after for 12 months or more at each month end. That is asked of every open episode
-- before the one started last is taken, so that a newer episode does not hide a long one.
CREATE TABLE children_looked_after_12_months AS
SELECT *
FROM care_episodes_at_month_ends
WHERE started_on <= months_before(month_end, 12)
QUALIFY row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, episode_id DESC) = 1;

-- The placement of each child looked after at each month end, the one started last. A child without one has no row.
CREATE TABLE placements_of_children_looked_after AS
SELECT child.month, child.month_end, child.person_id, stays.placement_id, stays.kind
FROM children_looked_after AS child
JOIN stays
  ON stays.person_id = child.person_id
  AND open_at(stays.started_on, stays.ended_on, child.month_end)
QUALIFY row_number() OVER (
  PARTITION BY child.month, child.person_id
  ORDER BY stays.started_on DESC, stays.placement_id DESC
) = 1;
