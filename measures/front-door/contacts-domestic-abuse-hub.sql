-- Contacts to the Domestic Abuse Hub.
SELECT
  month,
  contact_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on
FROM contacts_with_team
WHERE route = 'Domestic Abuse Hub';
