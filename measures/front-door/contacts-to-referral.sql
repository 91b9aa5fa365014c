-- Contacts to MASH that became a referral. A contact without an outcome has not become one.
SELECT
  month_of(received_at) AS month,
  contact_id AS record_id,
  person_id,
  allocated_team(person_id, received_at) AS team,
  CAST(received_at AS DATE) AS event_on,
  coalesce(outcome = 'Progress to referral', false) AS met
FROM contacts
WHERE route = 'MASH';
