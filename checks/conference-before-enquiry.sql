-- Initial conferences held on a day before the section 47 enquiry that they name started.
SELECT
  conferences.conference_id AS row_key,
  concat(
    'held_on (', shown_day(conferences.held_on), ') is before the enquiry started (',
    shown_day(s47_enquiries.started_on), ').'
  ) AS detail
FROM conferences
JOIN s47_enquiries ON s47_enquiries.enquiry_id = conferences.enquiry_id
WHERE conferences.held_on < s47_enquiries.started_on;
