-- Tasks that were removed and can be brought back: what was in their rows, until they are deleted for good.

CREATE TABLE trash (
    task_id BIGINT NOT NULL PRIMARY KEY,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    color_id TEXT NOT NULL,
    -- 0 for the application.
    removed_by BIGINT NOT NULL,
    removed_at BIGINT NOT NULL
);
CREATE INDEX trash_project ON trash (project_id, removed_at);
CREATE INDEX trash_age ON trash (removed_at);

-- The rows of a task and its parts, each as a JSON object, column to value. A step that renames or drops a column of
-- such a table does so here too.
CREATE TABLE trash_rows (
    id IDENTITY,
    task_id BIGINT NOT NULL REFERENCES trash (task_id) ON DELETE CASCADE,
    -- The table it comes from.
    source TEXT NOT NULL,
    content TEXT NOT NULL,
    -- The content of a file, which stays in the store as long as this row.
    path TEXT
);
CREATE INDEX trash_rows_task ON trash_rows (task_id);
CREATE INDEX trash_rows_path ON trash_rows (path) WHERE path IS NOT NULL;
