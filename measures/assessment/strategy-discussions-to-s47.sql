-- Strategy discussions that led to a section 47 enquiry: an enquiry names the discussion; where none does, any enquiry of
-- the child that started on the day of the discussion or in the 15 working days after it.
WITH held AS (
  SELECT *, CAST(held_at AS DATE) AS held_on, working_days_after(held_at, 15) AS last_day
  FROM strategy_discussions
  WHERE held_at IS NOT NULL
)

SELECT
  month_of(held_on) AS month,
  discussion_id AS record_id,
  person_id,
  team,
  held_on AS event_on,
  EXISTS (
    FROM s47_enquiries AS enquiry
    WHERE enquiry.discussion_id = held.discussion_id
  )
  OR EXISTS (
    FROM s47_enquiries AS enquiry
    WHERE enquiry.person_id = held.person_id
      AND enquiry.started_on BETWEEN held.held_on AND held.last_day
  ) AS met
FROM held;
