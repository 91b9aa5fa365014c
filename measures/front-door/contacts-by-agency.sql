-- Contacts by any route, by the agency that made them.
SELECT
  month,
  contact_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  source AS category_1
FROM contacts_with_team;
