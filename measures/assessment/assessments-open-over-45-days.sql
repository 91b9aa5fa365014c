-- Assessments that started more than 45 working days before month end and were not authorised by it. Of a child who has
-- died none is listed.
WITH started AS (
  SELECT
    assessments.*,
    -- A start before the first year of the calendar is longer ago than 45 working days.
    coalesce(start_calendar.working_days_so_far, 0) AS working_days_at_start
  FROM assessments
  LEFT JOIN calendar AS start_calendar ON start_calendar.day = assessments.started_on
)

SELECT
  month_ends.month,
  started.assessment_id AS record_id,
  started.person_id,
  started.team,
  started.started_on AS event_on,
  working_days_after(started.started_on, 45) AS limit_on
FROM month_ends
JOIN calendar AS month_end_calendar ON month_end_calendar.day = month_ends.month_end
JOIN started
  ON open_at(started.started_on, started.authorised_on, month_ends.month_end)
  AND month_end_calendar.working_days_so_far - started.working_days_at_start > 45
LEFT JOIN deaths ON deaths.person_id = started.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;
