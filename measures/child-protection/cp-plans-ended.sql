-- Child protection plans ended in the month, by the reason recorded.
SELECT
  month_of(ended_on) AS month,
  plan_id AS record_id,
  person_id,
  team,
  ended_on AS event_on,
  end_reason AS category_1
FROM cp_plans
WHERE ended_on IS NOT NULL;
