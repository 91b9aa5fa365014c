-- Audits due in the month that were completed, and whether they were graded good or outstanding.
SELECT
  month_of(due_month) AS month,
  audit_id AS record_id,
  team,
  completed_on AS event_on,
  coalesce(grade IN ('Outstanding', 'Good'), false) AS met
FROM audits
WHERE completed_on IS NOT NULL
  AND coalesce(grade, '') != 'Not completed';
