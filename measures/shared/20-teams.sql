-- Teams. A case's team is the one recorded on it; teams.csv then renames and merges it, for every measure alike.

-- Where an extract has no team of its own: the team of the person's allocation that was open on a day, the one started last.
CREATE MACRO allocated_team(person, day) AS (
  SELECT max_by(allocations.team, (allocations.started_on, allocations.allocation_id))
  FROM allocations
  WHERE allocations.person_id = person
    AND open_at(allocations.started_on, allocations.ended_on, CAST(day AS DATE))
);
