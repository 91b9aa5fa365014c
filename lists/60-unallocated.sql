-- Children with an open case and no open allocation to a worker.
SELECT
  record_id,
  person_id,
  team,
  NULL AS last_on,
  NULL AS due_on,
  'who holds the case' AS not_recorded
FROM open_cases_at_month_ends AS held
WHERE NOT EXISTS (
  FROM allocations
  WHERE allocations.person_id = held.person_id
    AND open_at(allocations.started_on, allocations.ended_on, held.month_end)
)
QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY precedence, started_on DESC, record_id DESC) = 1;
