-- Automatic actions that can be paused, whose they are, and what each of them did.

ALTER TABLE actions ADD COLUMN paused BIGINT NOT NULL DEFAULT 0;
-- Who made it; 0 for the application and for what is older than this column.
ALTER TABLE actions ADD COLUMN owner_id BIGINT NOT NULL DEFAULT 0;
-- What a composed rule asks and does, as JSON; empty for Kanboard's actions.
ALTER TABLE actions ADD COLUMN composed TEXT NOT NULL DEFAULT '';
-- How far actions reach is found at each change: without a look at those that stay at home.
CREATE INDEX actions_reach ON actions (project_id, reaches) WHERE reaches IS NOT NULL;

CREATE TABLE rule_log (
    id IDENTITY,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    -- None where one row tells of all whose condition was not met.
    action_id BIGINT REFERENCES actions (id) ON DELETE CASCADE,
    -- None for what is done daily.
    event_id BIGINT,
    -- 0 for a daily action that found no task.
    task_id BIGINT NOT NULL,
    -- What set it off.
    event_name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    -- Why, in the words of the program; for a row of many `reason 1 2 3 ;reason 4 ;` with the ids of actions.
    detail TEXT NOT NULL,
    logged_at BIGINT NOT NULL
);
CREATE INDEX rule_log_project ON rule_log (project_id, id);
CREATE INDEX rule_log_action ON rule_log (action_id, id) WHERE action_id IS NOT NULL;
CREATE INDEX rule_log_age ON rule_log (logged_at);
