-- Child in need reviews that are due on a day and have not been held.
SELECT
  review_id AS record_id,
  person_id,
  NULL AS team,
  NULL AS last_on,
  due_on,
  NULL AS not_recorded
FROM cin_reviews
CROSS JOIN report
WHERE held_on IS NULL OR held_on > report_month_end;
