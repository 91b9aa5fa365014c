-- Contacts to MASH that became a referral. A contact without an outcome has not become one.
SELECT
  month,
  contact_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  coalesce(outcome = 'Progress to referral', false) AS met
FROM contacts_with_team
WHERE route = 'MASH';
