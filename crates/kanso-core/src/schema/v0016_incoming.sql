-- Mails that came in, and what became of them.

CREATE TABLE incoming_mails (
    id IDENTITY,
    -- What tells whether this mail was handled already: a hash of it.
    fingerprint TEXT NOT NULL UNIQUE,
    -- Without its brackets; empty when it had none.
    message_id TEXT NOT NULL,
    -- The address it says it is from, and what it is about. Both are emptied after a while.
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- task, comment, refused or ignored
    state TEXT NOT NULL,
    -- Why it was refused or ignored.
    reason TEXT,
    -- What it became, or was added to; 0 for none.
    task_id BIGINT NOT NULL,
    received_at_ms BIGINT NOT NULL
);
CREATE INDEX incoming_mails_received ON incoming_mails (received_at_ms);

-- How the folder fares that mails come into: at most one row.
CREATE TABLE mailbox (
    id BIGINT NOT NULL PRIMARY KEY,
    looked_at_ms BIGINT NOT NULL,
    -- When all that was there was last handled.
    well_at_ms BIGINT,
    -- Why the last look ended early; null when it did not.
    error TEXT
);

-- The mail that came in which this one answers.
ALTER TABLE mails ADD COLUMN answers BIGINT;
