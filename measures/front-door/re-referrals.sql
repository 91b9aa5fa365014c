-- Re-referrals: the child had an earlier referral in the 12 months before. Of several referrals of one child on one day
-- the first received stands for the day.
WITH first_of_day AS (
  SELECT *, CAST(received_at AS DATE) AS received_on
  FROM referrals
  QUALIFY row_number() OVER (
    PARTITION BY person_id, CAST(received_at AS DATE)
    ORDER BY received_at, referral_id
  ) = 1
)

SELECT
  month_of(referral.received_on) AS month,
  referral.referral_id AS record_id,
  referral.person_id,
  referral.team,
  referral.received_on AS event_on,
  EXISTS (
    FROM first_of_day AS earlier
    WHERE earlier.person_id = referral.person_id
      AND earlier.received_on >= months_before(referral.received_on, 12)
      AND earlier.received_on < referral.received_on
  ) AS met
FROM first_of_day AS referral;
