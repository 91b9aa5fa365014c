-- Assessments of children who had another assessment authorised in the 12 months before this one was authorised.
SELECT
  month_of(assessment.authorised_on) AS month,
  assessment.assessment_id AS record_id,
  assessment.person_id,
  assessment.team,
  assessment.authorised_on AS event_on,
  EXISTS (
    FROM assessments AS earlier
    WHERE earlier.person_id = assessment.person_id
      AND earlier.authorised_on >= months_before(assessment.authorised_on, 12)
      AND earlier.authorised_on < assessment.authorised_on
  ) AS met
FROM assessments AS assessment
WHERE assessment.authorised_on IS NOT NULL;
