-- Private fostering arrangements visited within 7 working days of notification, in the month in which the 7th falls.
SELECT
  month_of(working_days_after(notified_on, 7)) AS month,
  arrangement_id AS record_id,
  person_id,
  allocated_team(person_id, notified_on) AS team,
  notified_on AS event_on,
  working_days_after(notified_on, 7) AS limit_on,
  coalesce(visited_on <= working_days_after(notified_on, 7), false) AS met
FROM private_fostering;
