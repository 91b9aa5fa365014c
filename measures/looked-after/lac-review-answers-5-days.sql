-- Looked after reviews whose recommendations were answered within 5 working days of being sent, in the month in which
-- the 5th falls. A review whose recommendations have not been sent waits for no answer.
SELECT
  month_of(working_days_after(recommendations_sent_on, 5)) AS month,
  review_id AS record_id,
  person_id,
  allocated_team(person_id, recommendations_sent_on) AS team,
  recommendations_sent_on AS event_on,
  working_days_after(recommendations_sent_on, 5) AS limit_on,
  coalesce(recommendations_answered_on <= working_days_after(recommendations_sent_on, 5), false) AS met
FROM looked_after_reviews
WHERE recommendations_sent_on IS NOT NULL
  AND cancelled IS NOT TRUE;
