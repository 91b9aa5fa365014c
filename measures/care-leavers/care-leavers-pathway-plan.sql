-- Care leavers of any age in the latest snapshot of the month, and whether their pathway plan was reviewed in the 6
-- months to the day of the snapshot.
SELECT
  month,
  person_id AS record_id,
  person_id,
  team,
  as_at AS event_on,
  coalesce(
    pathway_plan_reviewed_on > months_before(as_at, 6)
    AND pathway_plan_reviewed_on <= as_at,
    false
  ) AS met
FROM care_leavers_in_snapshots;
