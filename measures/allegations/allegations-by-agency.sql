-- Allegations against people who work with children, by the agency that they work for.
SELECT
  month_of(referred_on) AS month,
  allegation_id AS record_id,
  referred_on AS event_on,
  agency AS category_1
FROM allegations;
