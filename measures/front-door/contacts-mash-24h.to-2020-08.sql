-- Contacts to MASH decided in 24 hours, every hour counted (to August 2020).
SELECT
  month,
  contact_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  day_of_limit(received_at + INTERVAL 24 HOUR) AS limit_on,
  coalesce(completed_at <= received_at + INTERVAL 24 HOUR, false) AS met
FROM contacts_with_team
WHERE route = 'MASH';
