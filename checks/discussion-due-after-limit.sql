-- Strategy discussions of the 12 months to the month end that are due more than 48 hours after the referral that they
-- name was received, every hour counted. Older ones are history that nobody mends.
SELECT
  discussion.discussion_id AS row_key,
  concat(
    'due_at (', shown_moment(discussion.due_at), ') is later than the limit (',
    shown_moment(referrals.received_at + INTERVAL 48 HOUR), ').'
  ) AS detail
FROM strategy_discussions AS discussion
CROSS JOIN report
JOIN referrals ON referrals.referral_id = discussion.referral_id
WHERE CAST(discussion.due_at AS DATE) BETWEEN first_day_of_months_to(report_month_end, 12) AND report_month_end
  AND discussion.due_at > referrals.received_at + INTERVAL 48 HOUR;
