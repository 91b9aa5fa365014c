-- Family group conferences held in the month that made a plan, and whether the plan names a carer from family or
-- friends.
SELECT
  month_of(held_on) AS month,
  conference_id AS record_id,
  person_id,
  allocated_team(person_id, held_on) AS team,
  held_on AS event_on,
  coalesce(kinship_carer_identified, false) AS met
FROM family_group_conferences
WHERE held_on IS NOT NULL
  AND plan_made;
