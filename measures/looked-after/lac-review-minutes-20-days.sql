-- Looked after reviews held whose minutes were sent within 20 working days, in the month in which the 20th falls.
SELECT
  month_of(working_days_after(held_on, 20)) AS month,
  review_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on,
  working_days_after(held_on, 20) AS limit_on,
  coalesce(minutes_sent_on <= working_days_after(held_on, 20), false) AS met
FROM looked_after_reviews
WHERE held_on IS NOT NULL
  AND cancelled IS NOT TRUE;
