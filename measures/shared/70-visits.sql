-- Visits to children. How often a child must be visited is a setting of the council.

-- The day from which "in the last N working days" runs: N working days lie after it, up to the end day.
CREATE MACRO start_of_last_working_days(end_day, days) AS (
  SELECT first_day.day
  FROM calendar AS end_calendar
  JOIN working_days AS first_day ON first_day.number = end_calendar.working_days_so_far - days
  WHERE end_calendar.day = CAST(end_day AS DATE)
);

-- The day from which each interval runs to the month end. A visit on that day is in time; a plan or an episode that
-- started before it has been open for longer than the interval.
CREATE TABLE visit_intervals AS
SELECT
  month,
  month_end,
  start_of_last_working_days(month_end, cin_visit_working_days) AS cin_from,
  start_of_last_working_days(month_end, cp_visit_working_days) AS cp_from,
  CAST(month_end - to_days(7 * lac_visit_weeks) AS DATE) AS lac_from
FROM month_ends
CROSS JOIN settings;
