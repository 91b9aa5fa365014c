-- Initial child protection conferences and the section 47 enquiry behind each: the one that the conference names;
-- where it names none, the child's latest enquiry that started in the 60 days before. A conference that names an
-- enquiry which the extract lacks has none.
CREATE TABLE initial_conferences AS
WITH latest_in_60_days AS (
  SELECT
    conferences.conference_id,
    max_by(enquiry.enquiry_id, (enquiry.started_on, enquiry.enquiry_id)) AS enquiry_id
  FROM conferences
  JOIN s47_enquiries AS enquiry
    ON enquiry.person_id = conferences.person_id
    AND enquiry.started_on >= conferences.held_on - 60
    AND enquiry.started_on < conferences.held_on
  GROUP BY conferences.conference_id
)

SELECT
  conferences.* EXCLUDE (enquiry_id),
  enquiry.enquiry_id,
  enquiry.started_on AS enquiry_started_on
FROM conferences
LEFT JOIN latest_in_60_days AS latest ON latest.conference_id = conferences.conference_id
LEFT JOIN s47_enquiries AS enquiry ON enquiry.enquiry_id = coalesce(conferences.enquiry_id, latest.enquiry_id)
WHERE conferences.kind = 'Initial';

-- When each child protection plan must be reviewed: within 91 days of its start, then within 183 days of each review.
-- One row for each limit: the day it counts from, the limit, and the next review held, if there was one. The reviews
-- of a plan are the review conferences that name it, held after the day it started.
CREATE TABLE cp_review_limits AS
WITH counted_from AS (
  SELECT plan_id, started_on AS from_on, 91 AS days
  FROM cp_plans
  UNION ALL
  SELECT DISTINCT cp_plans.plan_id, conferences.held_on AS from_on, 183 AS days
  FROM cp_plans
  JOIN conferences
    ON conferences.plan_id = cp_plans.plan_id
    AND conferences.kind = 'Review'
    AND conferences.held_on > cp_plans.started_on
)

SELECT
  plan_id,
  from_on,
  from_on + days AS limit_on,
  lead(from_on) OVER (PARTITION BY plan_id ORDER BY from_on, days) AS next_held_on
FROM counted_from;
