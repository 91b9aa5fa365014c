-- Contacts to the Domestic Abuse Hub decided in 48 hours, not counting non-working days (from September 2020).
WITH limits AS (
  SELECT *, working_hours_after(received_at, 48) AS limit_at
  FROM contacts_with_team
  WHERE route = 'Domestic Abuse Hub'
)

SELECT
  month,
  contact_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  day_of_limit(limit_at) AS limit_on,
  coalesce(completed_at <= limit_at, false) AS met
FROM limits;
