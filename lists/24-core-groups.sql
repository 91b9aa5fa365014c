-- Core groups that are due on a day and have not been held.
SELECT
  core_group_id AS record_id,
  person_id,
  NULL AS team,
  NULL AS last_on,
  due_on,
  NULL AS not_recorded
FROM core_groups
CROSS JOIN report
WHERE held_on IS NULL OR held_on > report_month_end;
