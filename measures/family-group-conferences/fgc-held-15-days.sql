-- Family group conferences held within 15 working days of the referral, in the month in which the 15th falls. One row
-- a child.
SELECT
  month_of(working_days_after(referred_on, 15)) AS month,
  conference_id AS record_id,
  person_id,
  allocated_team(person_id, working_days_after(referred_on, 15)) AS team,
  referred_on AS event_on,
  working_days_after(referred_on, 15) AS limit_on,
  coalesce(held_on <= working_days_after(referred_on, 15), false) AS met
FROM family_group_conferences;
