-- Section 47 enquiries that call for an initial conference and have none yet: within 15 working days of their start.
SELECT
  enquiry.enquiry_id AS record_id,
  enquiry.person_id,
  enquiry.team,
  enquiry.started_on AS last_on,
  -- A start before the calendar's first year is long overdue.
  coalesce(working_days_after(enquiry.started_on, 15), enquiry.started_on) AS due_on,
  NULL AS not_recorded
FROM s47_enquiries AS enquiry
CROSS JOIN report
LEFT JOIN deaths ON deaths.person_id = enquiry.person_id
WHERE enquiry.outcome = 'ICPC'
  AND enquiry.started_on <= report_month_end
  AND (deaths.date_of_death IS NULL OR deaths.date_of_death > report_month_end)
  AND NOT EXISTS (
    FROM initial_conferences AS conference
    WHERE conference.enquiry_id = enquiry.enquiry_id
      AND conference.held_on <= report_month_end
  );
