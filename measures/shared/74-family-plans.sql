-- Children who have a family plan, with the day of the first family group conference that made one.
CREATE TABLE family_plans AS
SELECT person_id, min(held_on) AS made_on
FROM family_group_conferences
WHERE plan_made AND held_on IS NOT NULL
GROUP BY person_id;
