-- What the log says of days that are over, so that a report reads only what happened since.

CREATE TABLE report_days (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    -- Days since 1970-01-01, in the time zone of report_progress. A column without tasks has no row.
    day BIGINT NOT NULL,
    -- It may be gone since.
    column_id BIGINT NOT NULL,
    open_tasks BIGINT NOT NULL,
    closed_tasks BIGINT NOT NULL,
    -- The complexity of the open tasks.
    score BIGINT NOT NULL,
    PRIMARY KEY (project_id, day, column_id)
);

-- Which days are in report_days, and the last entry of the log that none of the later days knows.
CREATE TABLE report_progress (
    project_id BIGINT NOT NULL PRIMARY KEY REFERENCES projects (id) ON DELETE CASCADE,
    timezone TEXT NOT NULL,
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    event_id BIGINT NOT NULL
);

-- What columns were called that the log tells of.
CREATE TABLE report_columns (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    column_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (project_id, column_id)
);

-- A task that leaves a project is told in the log of the project that it comes to.
CREATE INDEX events_leaving ON events (id) WHERE substr(event, 1, 30) = '{"type":"task_moved_to_project';
