-- Contacts to MASH decided in 24 hours, not counting non-working days (from September 2020).
WITH limits AS (
  SELECT *, working_hours_after(received_at, 24) AS limit_at
  FROM contacts_with_team
  WHERE route = 'MASH'
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
