-- Days, months and hours as the product's contract defines them. Every measure may use these functions.
--
-- Tables made before this file runs:
--   calendar      one row a day: day, working, working_days_so_far
--   working_days  the working days of England and Wales, numbered: number, day
--   month_ends    the months that figures are asked for: month (YYYY-MM), month_start, month_end
--   report        one row: report_month, report_month_end
--   settings      one row, from scorecard.yml: cin_visit_working_days, cp_visit_working_days, lac_visit_weeks

-- The month that a day belongs to, as YYYY-MM.
CREATE MACRO month_of(day) AS strftime(day, '%Y-%m');

-- The day by which something must be done "within N working days": the working day after the start is day 1.
CREATE MACRO working_days_after(start_day, days) AS (
  SELECT last_day.day
  FROM calendar AS start_calendar
  JOIN working_days AS last_day ON last_day.number = start_calendar.working_days_so_far + days
  WHERE start_calendar.day = CAST(start_day AS DATE)
);

-- The moment by which something must be done "within N hours not counting non-working days": whole non-working days are
-- skipped, working days count for 24 hours, and what arrives on a non-working day starts at 00:00 of the next working day.
-- 24 hours from Friday 00:00 are over at Saturday 00:00, the end of Friday: what is done at the weekend is late.
CREATE MACRO working_hours_after(start_at, hours) AS (
  SELECT CAST(last_day.day AS TIMESTAMP) + to_seconds((clock.seconds - 1) % 86400 + 1)
  FROM (
    -- The working day that the clock starts on, and the seconds from its midnight to the limit.
    SELECT
      working_days_so_far + CASE WHEN working THEN 0 ELSE 1 END AS number,
      CASE WHEN working THEN date_diff('second', date_trunc('day', start_at), start_at) ELSE 0 END + hours * 3600 AS seconds
    FROM calendar
    WHERE day = CAST(start_at AS DATE)
  ) AS clock
  JOIN working_days AS last_day ON last_day.number = clock.number + (clock.seconds - 1) // 86400
);

-- The day that a limit given as a moment belongs to: 00:00 is the end of the day before.
CREATE MACRO day_of_limit(limit_at) AS CAST(limit_at - INTERVAL 1 MICROSECOND AS DATE);

-- "In the N months before" a day starts on the same day N months earlier. 31 March less one month is 28 or 29 February.
CREATE MACRO months_before(day, months) AS CAST(CAST(day AS DATE) - to_months(months) AS DATE);

-- Open at the end of a day: started on or before it, and not ended on or before it.
CREATE MACRO open_at(started_on, ended_on, day) AS started_on <= day AND (ended_on IS NULL OR ended_on > day);

-- Age in completed years. Someone born on 29 February has a birthday on 1 March in other years.
CREATE MACRO age_at(born_on, day) AS
  year(day) - year(born_on) - CASE WHEN strftime(day, '%m%d') < strftime(born_on, '%m%d') THEN 1 ELSE 0 END;

-- "In the N months to month end" starts on the day after the month end N months earlier: twelve months to 28 February
-- 2021 start on 1 March 2020, the day after the 29th.
CREATE MACRO first_day_of_months_to(month_end, months) AS last_day(months_before(month_end, months)) + 1;
