-- Core groups held whose record was sent within 5 working days, in the month in which the 5th falls.
SELECT
  month_of(working_days_after(held_on, 5)) AS month,
  core_group_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on,
  working_days_after(held_on, 5) AS limit_on,
  coalesce(record_sent_on <= working_days_after(held_on, 5), false) AS met
FROM core_groups
WHERE held_on IS NOT NULL;
