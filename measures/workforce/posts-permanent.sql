-- Social work posts open at month end, in full-time equivalents, and those filled by employed staff, permanent or
-- fixed term.
SELECT
  month_ends.month,
  posts.post_id AS record_id,
  posts.team,
  posts.started_on AS event_on,
  posts.status IN ('Permanent', 'Fixed term') AS met,
  posts.fte AS weight
FROM month_ends
JOIN posts ON open_at(posts.started_on, posts.ended_on, month_ends.month_end);
