-- What people are told of what others do: on the page, and by mail.

CREATE TABLE notifications (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    project_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    -- The event it tells of; null for a reminder.
    event_id BIGINT,
    -- event, mention or overdue
    reason TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    read_at_ms BIGINT
);
CREATE INDEX notifications_user ON notifications (user_id, id);
CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at_ms IS NULL;
CREATE INDEX notifications_task ON notifications (task_id, user_id);
CREATE INDEX notifications_created ON notifications (created_at_ms);

-- Mails that wait or went out.
ALTER TABLE mails RENAME TO mails_before;
CREATE TABLE mails (
    id IDENTITY,
    -- The account it goes to; null for somebody who has none yet.
    user_id BIGINT REFERENCES users (id) ON DELETE CASCADE,
    -- Where to; null for the account's address at the time it goes out.
    address TEXT,
    -- event, mention, overdue, action, password or invitation
    kind TEXT NOT NULL,
    project_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    -- The event it tells of, if it tells of one.
    event_id BIGINT,
    -- What an automatic action says.
    subject TEXT NOT NULL,
    -- A link that nobody else may see, sealed; null once it went out.
    sealed TEXT,
    -- Tells it from those of other installations.
    salt TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    -- waiting, sent, dropped or failed
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at_ms BIGINT NOT NULL,
    settled_at_ms BIGINT,
    -- Why it was not sent, or was not yet.
    reason TEXT
);
INSERT INTO mails (user_id, kind, project_id, task_id, event_id, subject, salt, created_at_ms, state, attempts, due_at_ms)
    SELECT m.user_id, 'action', t.project_id, m.task_id, m.event_id, m.subject, '', m.created_at * 1000, 'waiting', 0,
        m.created_at * 1000
    FROM mails_before m JOIN tasks t ON t.id = m.task_id;
DROP TABLE mails_before;
CREATE INDEX mails_due ON mails (due_at_ms) WHERE state = 'waiting';
CREATE INDEX mails_waiting ON mails (user_id, due_at_ms) WHERE state = 'waiting';
CREATE INDEX mails_settled ON mails (settled_at_ms) WHERE state <> 'waiting';
CREATE INDEX mails_user ON mails (user_id);

-- Which events, with blanks between; in which rhythm by mail; and when not, in minutes after midnight.
ALTER TABLE users ADD COLUMN notifications_topics TEXT NOT NULL
    DEFAULT 'task assignee move comment subtask file link';
ALTER TABLE users ADD COLUMN mail_rhythm TEXT NOT NULL DEFAULT 'now';
ALTER TABLE users ADD COLUMN quiet_from BIGINT NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN quiet_until BIGINT NOT NULL DEFAULT 0;
CREATE INDEX users_notified ON users (id) WHERE notifications_enabled = 1;
