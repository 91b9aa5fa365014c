-- Referrals decided in 24 hours, not counting non-working days.
SELECT
  month_of(received_at) AS month,
  referral_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  day_of_limit(working_hours_after(received_at, 24)) AS limit_on,
  coalesce(decided_at <= working_hours_after(received_at, 24), false) AS met
FROM referrals;
