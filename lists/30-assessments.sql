-- Open assessments that have come past their 35th working day. The 45th is the last.
SELECT
  assessment_id AS record_id,
  assessments.person_id,
  team,
  started_on AS last_on,
  -- A start before the calendar's first year is long overdue.
  coalesce(working_days_after(started_on, 45), started_on) AS due_on,
  NULL AS not_recorded
FROM assessments
CROSS JOIN report
LEFT JOIN deaths ON deaths.person_id = assessments.person_id
WHERE open_at(started_on, authorised_on, report_month_end)
  AND coalesce(working_days_after(started_on, 35), started_on) < report_month_end
  AND (deaths.date_of_death IS NULL OR deaths.date_of_death > report_month_end);
