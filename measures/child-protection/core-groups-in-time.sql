-- Core groups due in the month, and whether each was held on or before the day it was due.
SELECT
  month_of(due_on) AS month,
  core_group_id AS record_id,
  person_id,
  allocated_team(person_id, due_on) AS team,
  due_on AS event_on,
  due_on AS limit_on,
  coalesce(held_on <= due_on, false) AS met
FROM core_groups;
