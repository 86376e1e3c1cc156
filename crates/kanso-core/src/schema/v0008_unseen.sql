-- Keys of endpoints that were made by a form wait for the page that shows them.

-- Who is to see it once; null when it was seen, or was answered to a program.
ALTER TABLE endpoint_keys ADD COLUMN unseen_by BIGINT;
