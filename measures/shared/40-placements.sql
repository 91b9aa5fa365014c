-- Placements as stays. A placement goes on through a change of status with the same carer: placements of one carer that
-- follow on one another, on the same or the next day, are one stay. Temporary placements are never the open placement.

CREATE TABLE stays AS
WITH settled AS (
  SELECT *
  FROM placements
  WHERE temporary IS NOT TRUE
),

-- Whether each placement carries on from an earlier one with the same carer.
linked AS (
  SELECT
    settled.*,
    carer_id IS NOT NULL
    AND coalesce(
      started_on <= max(coalesce(ended_on, DATE '9999-12-30')) OVER earlier_with_carer + 1,
      false
    ) AS carries_on
  FROM settled
  WINDOW earlier_with_carer AS (
    PARTITION BY person_id, carer_id
    ORDER BY started_on, placement_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
  )
),

numbered AS (
  SELECT
    linked.*,
    count(*) FILTER (NOT carries_on) OVER (PARTITION BY person_id, carer_id ORDER BY started_on, placement_id) AS stay_number
  FROM linked
)

SELECT
  placement_id,
  person_id,
  kind,
  started_on,
  ended_on,
  -- A placement without a carer is a stay of its own: it never carries on, so it has a number of its own.
  min(started_on) OVER stay AS stay_started_on,
  -- The stay is known by its first placement.
  first_value(placement_id) OVER (stay ORDER BY started_on, placement_id) AS stay_id
FROM numbered
WINDOW stay AS (PARTITION BY person_id, carer_id, stay_number);
