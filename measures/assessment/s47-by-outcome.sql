-- Section 47 enquiries started, by their outcome as recorded now.
SELECT
  month_of(started_on) AS month,
  enquiry_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  outcome AS category_1
FROM s47_enquiries;
