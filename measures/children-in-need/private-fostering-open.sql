-- Children in a private fostering arrangement at month end, from the day the council was told of it. A child with two
-- open arrangements counts once, by the one notified last; a child is in no month end from the day of death on.
SELECT
  month_ends.month,
  arrangement.arrangement_id AS record_id,
  arrangement.person_id,
  allocated_team(arrangement.person_id, month_ends.month_end) AS team,
  arrangement.notified_on AS event_on
FROM month_ends
JOIN private_fostering AS arrangement
  ON open_at(arrangement.notified_on, arrangement.ended_on, month_ends.month_end)
LEFT JOIN deaths ON deaths.person_id = arrangement.person_id
WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end
QUALIFY row_number() OVER (
  PARTITION BY month_ends.month, arrangement.person_id
  ORDER BY arrangement.notified_on DESC, arrangement.arrangement_id DESC
) = 1;
