-- Children in open pre-proceedings at month end, and whether a family group conference had made a plan by then.
WITH children AS (
  SELECT month_ends.month, month_ends.month_end, pre_proceedings.*
  FROM month_ends
  JOIN pre_proceedings ON open_at(pre_proceedings.started_on, pre_proceedings.ended_on, month_ends.month_end)
  LEFT JOIN deaths ON deaths.person_id = pre_proceedings.person_id
  WHERE deaths.date_of_death IS NULL OR deaths.date_of_death > month_ends.month_end
  QUALIFY row_number() OVER (
    PARTITION BY month_ends.month, pre_proceedings.person_id
    ORDER BY pre_proceedings.started_on DESC, pre_proceedings.case_id DESC
  ) = 1
)

SELECT
  children.month,
  children.case_id AS record_id,
  children.person_id,
  allocated_team(children.person_id, children.month_end) AS team,
  children.started_on AS event_on,
  coalesce(family_plans.made_on <= children.month_end, false) AS met
FROM children
LEFT JOIN family_plans ON family_plans.person_id = children.person_id;
