-- People of whom neither a date of birth nor, before it, an expected one is recorded.
SELECT person_id AS row_key
FROM people
WHERE date_of_birth IS NULL AND expected_date_of_birth IS NULL;
