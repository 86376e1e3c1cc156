-- Projects that were removed and can be brought back.

-- 0 while it is there. One that was removed is hidden wherever projects are read, and what is in it with it.
ALTER TABLE projects ADD COLUMN removed_at BIGINT NOT NULL DEFAULT 0;
-- 0 for the application.
ALTER TABLE projects ADD COLUMN removed_by BIGINT NOT NULL DEFAULT 0;
CREATE INDEX projects_removed ON projects (removed_at) WHERE removed_at > 0;

-- The roles in a removed project, which nobody has meanwhile.
CREATE TABLE removed_project_has_users (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, user_id)
);
CREATE INDEX removed_project_has_users_user ON removed_project_has_users (user_id);
CREATE TABLE removed_project_has_groups (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, group_id)
);
CREATE INDEX removed_project_has_groups_group ON removed_project_has_groups (group_id);

-- Archives of projects that were sent from a page and wait for a day for somebody to say that they are to be put in.
CREATE TABLE waiting_archives (
    path TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX waiting_archives_age ON waiting_archives (created_at);
