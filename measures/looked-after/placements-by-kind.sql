-- Children looked after at month end, by the kind of the placement they are in. A child without an open placement is
-- "Not recorded".
SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  placement.kind AS category_1
FROM children_looked_after AS child
LEFT JOIN placements_of_children_looked_after AS placement
  ON placement.month = child.month
  AND placement.person_id = child.person_id;
