-- Section 47 enquiries completed within 15 working days of their start, in the month in which the 15th falls.
SELECT
  month_of(working_days_after(started_on, 15)) AS month,
  enquiry_id AS record_id,
  person_id,
  team,
  started_on AS event_on,
  working_days_after(started_on, 15) AS limit_on,
  coalesce(completed_on <= working_days_after(started_on, 15), false) AS met
FROM s47_enquiries;
