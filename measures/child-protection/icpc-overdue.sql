-- Section 47 enquiries that call for an initial child protection conference, started more than 15 working days before
-- month end, with no conference held by month end. The outcome is as recorded now.
WITH enquiries AS (
  SELECT
    *,
    working_days_after(started_on, 15) AS limit_on,
    -- Overdue from the 16th working day on. An enquiry from before the calendar's first year is long overdue.
    coalesce(working_days_after(started_on, 16), started_on) AS overdue_from
  FROM s47_enquiries
  WHERE outcome = 'ICPC'
),

first_conferences AS (
  SELECT enquiry_id, min(held_on) AS held_on
  FROM initial_conferences
  GROUP BY enquiry_id
)

SELECT
  month_ends.month,
  enquiry.enquiry_id AS record_id,
  enquiry.person_id,
  enquiry.team,
  enquiry.started_on AS event_on,
  enquiry.limit_on
FROM month_ends
JOIN enquiries AS enquiry ON enquiry.overdue_from <= month_ends.month_end
LEFT JOIN first_conferences AS conference ON conference.enquiry_id = enquiry.enquiry_id
LEFT JOIN deaths ON deaths.person_id = enquiry.person_id
WHERE (conference.held_on IS NULL OR conference.held_on > month_ends.month_end)
  AND (deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end);
