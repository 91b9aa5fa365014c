-- Contacts with their month and team, found once for all measures of contacts. A contact has no team of its own.
CREATE TABLE contacts_with_team AS
SELECT
  month_of(received_at) AS month,
  contacts.*,
  allocated_team(person_id, received_at) AS team
FROM contacts
-- Earlier contacts are in no figure of the run.
WHERE received_at >= (SELECT min(month_start) FROM month_ends);
