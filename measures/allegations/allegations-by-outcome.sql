-- Allegations against people who work with children that were closed, by their outcome.
SELECT
  month_of(closed_on) AS month,
  allegation_id AS record_id,
  closed_on AS event_on,
  outcome AS category_1
FROM allegations
WHERE closed_on IS NOT NULL;
