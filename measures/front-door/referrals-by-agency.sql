-- Referrals received, by the agency that made them.
SELECT
  month_of(received_at) AS month,
  referral_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  source AS category_1
FROM referrals;
