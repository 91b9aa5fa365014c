-- Young carer screenings, by who carried them out.
SELECT
  month_of(screened_on) AS month,
  screening_id AS record_id,
  person_id,
  allocated_team(person_id, screened_on) AS team,
  screened_on AS event_on,
  screened_by AS category_1
FROM young_carer_screenings;
