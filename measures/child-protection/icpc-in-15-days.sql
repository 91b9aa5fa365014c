-- Initial child protection conferences held within 15 working days of the start of the section 47 enquiry behind
-- them, transfers in left out. A conference is judged in the month in which it was held; without an enquiry it is not
-- judged.
SELECT
  month_of(held_on) AS month,
  conference_id AS record_id,
  person_id,
  team,
  held_on AS event_on,
  working_days_after(enquiry_started_on, 15) AS limit_on,
  held_on <= working_days_after(enquiry_started_on, 15) AS met,
  CASE WHEN enquiry_started_on IS NULL THEN 'no section 47 enquiry behind the conference' END AS not_judged
FROM initial_conferences
WHERE transfer_in IS NOT TRUE;
