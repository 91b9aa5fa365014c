-- Minutes of an allegation's meeting sent within 5 working days of it, in the month in which the 5th falls.
SELECT
  month_of(working_days_after(meeting_held_on, 5)) AS month,
  allegation_id AS record_id,
  meeting_held_on AS event_on,
  working_days_after(meeting_held_on, 5) AS limit_on,
  coalesce(minutes_sent_on <= working_days_after(meeting_held_on, 5), false) AS met
FROM allegations
WHERE meeting_held_on IS NOT NULL;
