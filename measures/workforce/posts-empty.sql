-- Social work posts open at month end, in full-time equivalents, and those that are empty.
SELECT
  month_ends.month,
  posts.post_id AS record_id,
  posts.team,
  posts.started_on AS event_on,
  posts.status = 'Empty' AS met,
  posts.fte AS weight
FROM month_ends
JOIN posts ON open_at(posts.started_on, posts.ended_on, month_ends.month_end);
