-- Child protection plans started in the month. A child who starts two plans counts twice.
SELECT
  month_of(started_on) AS month,
  plan_id AS record_id,
  person_id,
  team,
  started_on AS event_on
FROM cp_plans;
