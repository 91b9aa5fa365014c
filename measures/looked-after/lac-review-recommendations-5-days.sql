-- Looked after reviews held whose recommendations were sent within 5 working days, in the month in which the 5th
-- falls.
SELECT
  month_of(working_days_after(held_on, 5)) AS month,
  review_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on,
  working_days_after(held_on, 5) AS limit_on,
  coalesce(recommendations_sent_on <= working_days_after(held_on, 5), false) AS met
FROM looked_after_reviews
WHERE held_on IS NOT NULL
  AND cancelled IS NOT TRUE;
