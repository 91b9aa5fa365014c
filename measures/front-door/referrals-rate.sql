-- Referrals received. The figure spans 12 months; each referral is listed in the month in which it was received.
SELECT
  month_of(received_at) AS month,
  referral_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on
FROM referrals;
