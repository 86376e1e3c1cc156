-- Ids of the log grow with time, so what is old is found without an index that each event would have to write to.
DROP INDEX rule_log_age;
