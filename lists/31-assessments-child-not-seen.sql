-- Open assessments that do not say when the child was seen, which is to be within 3 working days.
SELECT
  assessment_id AS record_id,
  assessments.person_id,
  team,
  started_on AS last_on,
  coalesce(working_days_after(started_on, 3), started_on) AS due_on,
  'when the child was seen' AS not_recorded
FROM assessments
CROSS JOIN report
LEFT JOIN deaths ON deaths.person_id = assessments.person_id
WHERE open_at(started_on, authorised_on, report_month_end)
  AND (child_seen_on IS NULL OR child_seen_on > report_month_end)
  AND (deaths.date_of_death IS NULL OR deaths.date_of_death > report_month_end);
