-- Children under 16 looked after for 2.5 years or more at month end, and whether they were in the same placement for
-- 2 years or more, or placed for adoption with that placement and the one before it lasting 2 years or more together.
WITH children AS (
  SELECT episode.*
  FROM care_episodes_at_month_ends AS episode
  JOIN people ON people.person_id = episode.person_id
  WHERE episode.started_on <= months_before(episode.month_end, 30)
    AND age_at(people.date_of_birth, episode.month_end) < 16
  QUALIFY row_number() OVER (PARTITION BY month, episode.person_id ORDER BY episode.started_on DESC, episode_id DESC) = 1
),

-- The placement open at month end, the one started last.
open_placement AS (
  SELECT children.month, children.month_end, stays.*
  FROM children
  JOIN stays
    ON stays.person_id = children.person_id
    AND open_at(stays.started_on, stays.ended_on, children.month_end)
  QUALIFY row_number() OVER (
    PARTITION BY children.month, children.person_id
    ORDER BY stays.started_on DESC, stays.placement_id DESC
  ) = 1
),

-- The stay before it: the last one that had started before this one did.
with_stay_before AS (
  SELECT
    open_placement.*,
    (
      SELECT max(before.stay_started_on)
      FROM stays AS before
      WHERE before.person_id = open_placement.person_id
        AND before.stay_started_on < open_placement.stay_started_on
    ) AS before_started_on
  FROM open_placement
)

SELECT
  children.month,
  children.episode_id AS record_id,
  children.person_id,
  children.team,
  children.started_on AS event_on,
  coalesce(
    placement.stay_started_on <= months_before(children.month_end, 24)
    OR (placement.kind = 'Adoption' AND placement.before_started_on <= months_before(children.month_end, 24)),
    false
  ) AS met
FROM children
LEFT JOIN with_stay_before AS placement
  ON placement.month = children.month
  AND placement.person_id = children.person_id;
