-- Supervisions of operational staff that were due in the month, and whether they were held in it: earlier or later is
-- not met.
SELECT
  month_of(due_month) AS month,
  supervision_id AS record_id,
  team,
  held_on AS event_on,
  last_day(due_month) AS limit_on,
  coalesce(month_of(held_on) = month_of(due_month), false) AS met
FROM worker_supervisions
WHERE staff_group = 'Operational';
