-- Strategy discussions held at or before the time they were due.
SELECT
  month_of(held_at) AS month,
  discussion_id AS record_id,
  person_id,
  team,
  CAST(held_at AS DATE) AS event_on,
  held_at <= due_at AS met,
  CASE WHEN due_at IS NULL THEN 'no time by which it was due' END AS not_judged
FROM strategy_discussions
WHERE held_at IS NOT NULL;
