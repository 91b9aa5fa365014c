-- Section 47 enquiries started. The figure spans 12 months; each enquiry is listed in the month in which it started.
SELECT
  month_of(started_on) AS month,
  enquiry_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM s47_enquiries;
