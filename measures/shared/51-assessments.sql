-- Assessments authorised, with whether a strategy discussion was held in each: for the same child, from the day the
-- assessment started to the day it was authorised.
CREATE TABLE authorised_assessments AS
SELECT
  assessments.*,
  CASE
    WHEN EXISTS (
      FROM strategy_discussions AS discussion
      WHERE discussion.person_id = assessments.person_id
        AND CAST(discussion.held_at AS DATE) BETWEEN assessments.started_on AND assessments.authorised_on
    ) THEN 'Strategy discussion'
    ELSE 'No strategy discussion'
  END AS strategy_discussion
FROM assessments
WHERE authorised_on IS NOT NULL;
