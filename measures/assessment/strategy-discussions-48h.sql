-- Strategy discussions held within 48 hours of the referral that they name, every hour counted.
SELECT
  month_of(discussion.held_at) AS month,
  discussion.discussion_id AS record_id,
  discussion.person_id,
  discussion.team,
  CAST(discussion.held_at AS DATE) AS event_on,
  day_of_limit(referral.received_at + INTERVAL 48 HOUR) AS limit_on,
  discussion.held_at <= referral.received_at + INTERVAL 48 HOUR AS met,
  CASE WHEN referral.referral_id IS NULL THEN 'the referral it names is not in the extract' END AS not_judged
FROM strategy_discussions AS discussion
LEFT JOIN referrals AS referral ON referral.referral_id = discussion.referral_id
WHERE discussion.held_at IS NOT NULL
  AND discussion.referral_id IS NOT NULL;
