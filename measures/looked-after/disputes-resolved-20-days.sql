-- Formal disputes resolved within 20 working days of being raised, in the month in which the 20th falls.
SELECT
  month_of(working_days_after(raised_on, 20)) AS month,
  dispute_id AS record_id,
  person_id,
  allocated_team(person_id, raised_on) AS team,
  raised_on AS event_on,
  working_days_after(raised_on, 20) AS limit_on,
  coalesce(resolved_on <= working_days_after(raised_on, 20), false) AS met
FROM disputes
WHERE formal;
