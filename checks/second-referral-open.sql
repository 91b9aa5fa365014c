-- Referrals of the 12 months to the month end that came while an earlier referral of the same child was still open.
-- Older ones are history that nobody mends. Two referrals of the same moment are not one after the other.
SELECT
  later.referral_id AS row_key,
  concat('The referral received on ', shown_day(max(earlier.received_at)), ' was still open.') AS detail
FROM referrals AS later
CROSS JOIN report
JOIN referrals AS earlier
  ON earlier.person_id = later.person_id
  AND earlier.received_at < later.received_at
  AND (earlier.closed_on IS NULL OR earlier.closed_on > CAST(later.received_at AS DATE))
WHERE CAST(later.received_at AS DATE) BETWEEN first_day_of_months_to(report_month_end, 12) AND report_month_end
GROUP BY later.referral_id;
