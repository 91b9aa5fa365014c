-- Children with an open case at month end whom no worker holds. Each child counts once: as looked after, else child
-- protection, else child in need. An allocation of any kind will do.
SELECT
  open_case.month,
  open_case.record_id,
  open_case.person_id,
  open_case.team,
  open_case.started_on AS event_on
FROM open_cases_at_month_ends AS open_case
ANTI JOIN allocations_at_month_ends AS allocation
  ON allocation.month = open_case.month
  AND allocation.person_id = open_case.person_id
QUALIFY row_number() OVER (
  PARTITION BY open_case.month, open_case.person_id
  ORDER BY open_case.precedence, open_case.started_on DESC, open_case.record_id DESC
) = 1;
