-- Early help assessments open at month end. Assessments are counted, so a child with two open is there twice; a child who
-- has died is not there at all.
SELECT
  month_ends.month,
  early_help.episode_id AS record_id,
  early_help.person_id,
  allocated_team(early_help.person_id, month_ends.month_end) AS team,
  early_help.started_on AS event_on
FROM month_ends
JOIN early_help ON open_at(early_help.started_on, early_help.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = early_help.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end;
