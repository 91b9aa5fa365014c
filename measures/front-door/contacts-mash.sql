-- Contacts to the multi-agency safeguarding hub (MASH).
SELECT
  month_of(received_at) AS month,
  contact_id AS record_id,
  person_id,
  allocated_team(person_id, received_at) AS team,
  CAST(received_at AS DATE) AS event_on
FROM contacts
WHERE route = 'MASH';
