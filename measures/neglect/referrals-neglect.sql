-- Referrals with neglect as the primary need. A referral without a need recorded is not one.
SELECT
  month_of(received_at) AS month,
  referral_id AS record_id,
  person_id,
  team,
  CAST(received_at AS DATE) AS event_on,
  coalesce(primary_need = 'Neglect', false) AS met
FROM referrals;
