-- Work that is done once a day by one of the servers, and tasks that come back on days of the calendar.

CREATE TABLE jobs (
    name TEXT NOT NULL PRIMARY KEY,
    -- The last day that it was done for, in the time zone of the settings; empty before the first.
    day TEXT NOT NULL,
    started_at_ms BIGINT NOT NULL,
    -- When it last ended, well or not, and how long it took.
    finished_at_ms BIGINT,
    took_ms BIGINT,
    -- How many things it did when it last ended well.
    done BIGINT,
    -- Why it last failed; null when it ended well.
    error TEXT,
    -- How often it failed since it last ended well.
    failures BIGINT NOT NULL,
    next_due_at_ms BIGINT NOT NULL,
    -- While one does it: until when nobody else may, and who does it.
    leased_until_ms BIGINT,
    leased_by TEXT
);

CREATE TABLE recurrences (
    task_id BIGINT NOT NULL PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
    -- As in RFC 5545, without its name.
    rule TEXT NOT NULL,
    -- Days as text. What the rule counts from, which day this task is of, and the next one; null when there is none.
    begins_on TEXT NOT NULL,
    occurs_on TEXT NOT NULL,
    next_on TEXT
);
CREATE INDEX recurrences_next ON recurrences (next_on) WHERE next_on IS NOT NULL;

-- What the owner of a rule tells people.
ALTER TABLE notifications ADD COLUMN words TEXT NOT NULL DEFAULT '';
