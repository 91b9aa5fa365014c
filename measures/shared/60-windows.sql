-- Windows that end with a month.

-- "In the N months to month end" starts on the day after the month end N months earlier: twelve months to 28 February
-- 2021 start on 1 March 2020, the day after the 29th.
CREATE MACRO first_day_of_months_to(month_end, months) AS last_day(months_before(month_end, months)) + 1;
