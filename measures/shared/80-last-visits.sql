-- The open cases of a type (CIN, CP or LAC) at each month end, one for each child, with the day of the last visit of that
-- kind up to then. A visit before the case began counts too, for the child was seen; NULL where none is recorded.
CREATE MACRO cases_with_last_visit(kind_of_case) AS TABLE
WITH children AS (
  SELECT *
  FROM open_cases_at_month_ends
  WHERE case_type = kind_of_case
  QUALIFY
    row_number() OVER (PARTITION BY month, person_id ORDER BY started_on DESC, record_id DESC) = 1
)

SELECT children.*, max(visits.visited_on) AS last_visit_on
FROM children
LEFT JOIN visits
  ON visits.person_id = children.person_id
  AND visits.kind = kind_of_case
  AND visits.visited_on <= children.month_end
GROUP BY ALL;
