-- Assessments in which the child was seen on a day before the referral that the assessment names was received.
SELECT
  assessments.assessment_id AS row_key,
  concat(
    'child_seen_on (', shown_day(assessments.child_seen_on), ') is before the referral was received (',
    shown_day(referrals.received_at), ').'
  ) AS detail
FROM assessments
JOIN referrals ON referrals.referral_id = assessments.referral_id
WHERE assessments.child_seen_on < CAST(referrals.received_at AS DATE);
