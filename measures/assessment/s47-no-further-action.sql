-- Section 47 enquiries that ended with no further action, in the month in which they started. An enquiry without an
-- outcome has not.
SELECT
  month_of(started_on) AS month,
  enquiry_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  coalesce(outcome = 'No Further Action', false) AS met
FROM s47_enquiries;
