-- Supervisions of workers that were due in a month of the last three and are not recorded as held.
SELECT
  supervision_id AS record_id,
  worker_id AS person_id,
  team,
  NULL AS last_on,
  last_day(due_month) AS due_on,
  NULL AS not_recorded
FROM worker_supervisions
CROSS JOIN report
WHERE (held_on IS NULL OR held_on > report_month_end)
  AND due_month >= months_before(report_month_end, 3);
