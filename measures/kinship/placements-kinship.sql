-- Children looked after at month end, and whether they live with family and friends. A child without an open
-- placement does not.
SELECT
  child.month,
  child.episode_id AS record_id,
  child.person_id,
  child.team,
  child.started_on AS event_on,
  coalesce(placement.kind = 'Family and friends', false) AS met
FROM children_looked_after AS child
LEFT JOIN placements_of_children_looked_after AS placement
  ON placement.month = child.month
  AND placement.person_id = child.person_id;
