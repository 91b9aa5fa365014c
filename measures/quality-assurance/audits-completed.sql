-- Audits of children's cases due in the month, by the grade given.
SELECT
  month_of(due_month) AS month,
  audit_id AS record_id,
  team,
  completed_on AS event_on,
  grade AS category_1
FROM audits;
