-- Strategy discussions held.
SELECT
  month_of(held_at) AS month,
  discussion_id AS record_id,
  person_id,
  team,
  CAST(held_at AS DATE) AS event_on
FROM strategy_discussions
WHERE held_at IS NOT NULL;
