-- Working days from the referral to the allocation of a coordinator, for each conference allocated in the month. The
-- working day after the referral is day 1; allocated on the day itself is 0.
SELECT
  month_of(conference.allocated_on) AS month,
  conference.conference_id AS record_id,
  conference.person_id,
  allocated_team(conference.person_id, conference.allocated_on) AS team,
  conference.allocated_on AS event_on,
  allocation_day.working_days_so_far - referral_day.working_days_so_far AS amount
FROM family_group_conferences AS conference
LEFT JOIN calendar AS referral_day ON referral_day.day = conference.referred_on
LEFT JOIN calendar AS allocation_day ON allocation_day.day = conference.allocated_on
WHERE conference.allocated_on IS NOT NULL;
