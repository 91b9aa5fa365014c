-- Contacts by any route decided in 72 hours, not counting non-working days.
SELECT
  month_of(received_at) AS month,
  contact_id AS record_id,
  person_id,
  allocated_team(person_id, received_at) AS team,
  CAST(received_at AS DATE) AS event_on,
  day_of_limit(working_hours_after(received_at, 72)) AS limit_on,
  coalesce(completed_at <= working_hours_after(received_at, 72), false) AS met
FROM contacts;
