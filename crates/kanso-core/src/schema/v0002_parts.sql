-- What belongs to tasks, projects and accounts besides the board itself.

CREATE TABLE categories (
    id IDENTITY,
    name TEXT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    description TEXT,
    color_id TEXT
);
CREATE INDEX categories_project ON categories (project_id);
CREATE INDEX tasks_category ON tasks (category_id) WHERE category_id > 0;

-- The ways to tasks. A search, a board and the lists go by the project; whatever goes by a lane or a person does
-- not meet the tasks of others.
DROP INDEX tasks_lane;
DROP INDEX tasks_owner;
DROP INDEX tasks_reference;
CREATE INDEX tasks_project ON tasks (project_id, is_active, id);
CREATE INDEX tasks_lane ON tasks (swimlane_id, column_id, is_active, position);
CREATE INDEX tasks_owner ON tasks (owner_id, is_active, project_id) WHERE owner_id > 0;
CREATE INDEX tasks_reference ON tasks (project_id, lower(reference)) WHERE reference <> '';
CREATE INDEX tasks_due ON tasks (project_id, is_active, date_due) WHERE date_due > 0;

-- project_id 0 stands for all projects.
CREATE TABLE tags (
    id IDENTITY,
    name TEXT NOT NULL,
    -- The name with small ASCII letters, by which tags are found whatever the capitals.
    folded TEXT NOT NULL,
    project_id BIGINT NOT NULL,
    color_id TEXT,
    UNIQUE (project_id, name)
);
CREATE INDEX tags_folded ON tags (folded, project_id);

CREATE TABLE task_has_tags (
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    tag_id BIGINT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, tag_id)
);
CREATE INDEX task_has_tags_tag ON task_has_tags (tag_id);

CREATE TABLE subtasks (
    id IDENTITY,
    title TEXT NOT NULL,
    -- 0 to do, 1 in progress, 2 done
    status BIGINT NOT NULL DEFAULT 0,
    time_estimated DOUBLE PRECISION NOT NULL DEFAULT 0,
    time_spent DOUBLE PRECISION NOT NULL DEFAULT 0,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL
);
CREATE INDEX subtasks_task ON subtasks (task_id);
CREATE INDEX subtasks_user ON subtasks (user_id) WHERE user_id > 0;

-- A timer that ran, or runs while ended_at is 0.
CREATE TABLE subtask_timers (
    id IDENTITY,
    subtask_id BIGINT NOT NULL REFERENCES subtasks (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL DEFAULT 0,
    -- Hours.
    time_spent DOUBLE PRECISION NOT NULL DEFAULT 0
);
CREATE INDEX subtask_timers_subtask ON subtask_timers (subtask_id, user_id);
CREATE INDEX subtask_timers_running ON subtask_timers (user_id) WHERE ended_at = 0;

-- Labels of links. opposite_id 0: the label reads the same from the other side.
CREATE TABLE links (
    id IDENTITY,
    label TEXT NOT NULL UNIQUE,
    opposite_id BIGINT NOT NULL DEFAULT 0
);
INSERT INTO links (label, opposite_id) VALUES
    ('relates to', 0),
    ('blocks', 3),
    ('is blocked by', 2),
    ('duplicates', 5),
    ('is duplicated by', 4),
    ('is a child of', 7),
    ('is a parent of', 6),
    ('targets milestone', 9),
    ('is a milestone of', 8),
    ('fixes', 11),
    ('is fixed by', 10);

-- Each link is two rows, one for each side.
CREATE TABLE task_has_links (
    id IDENTITY,
    link_id BIGINT NOT NULL REFERENCES links (id) ON DELETE CASCADE,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    opposite_task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    UNIQUE (link_id, task_id, opposite_task_id)
);
CREATE INDEX task_has_links_task ON task_has_links (task_id);
CREATE INDEX task_has_links_opposite ON task_has_links (opposite_task_id);

CREATE TABLE task_has_external_links (
    id IDENTITY,
    link_type TEXT NOT NULL,
    dependency TEXT NOT NULL,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    date_creation BIGINT NOT NULL,
    date_modification BIGINT NOT NULL,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    creator_id BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX task_has_external_links_task ON task_has_external_links (task_id);

-- Copies of a task share the stored content: several rows may name one path.
CREATE TABLE task_has_files (
    id IDENTITY,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    is_image BIGINT NOT NULL DEFAULT 0,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    date BIGINT NOT NULL,
    user_id BIGINT NOT NULL DEFAULT 0,
    size BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX task_has_files_task ON task_has_files (task_id);
CREATE INDEX task_has_files_path ON task_has_files (path);

CREATE TABLE project_has_files (
    id IDENTITY,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    is_image BIGINT NOT NULL DEFAULT 0,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    date BIGINT NOT NULL,
    user_id BIGINT NOT NULL DEFAULT 0,
    size BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX project_has_files_project ON project_has_files (project_id);
CREATE INDEX project_has_files_path ON project_has_files (path);

-- Content that lost a file that named it. It is deleted from the store when no other file names it; a path may
-- be here more than once.
CREATE TABLE stray_files (
    id IDENTITY,
    path TEXT NOT NULL
);

CREATE TABLE task_has_metadata (
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT,
    changed_by BIGINT NOT NULL DEFAULT 0,
    changed_on BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (task_id, name)
);

CREATE TABLE project_has_metadata (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT,
    changed_by BIGINT NOT NULL DEFAULT 0,
    changed_on BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (project_id, name)
);

CREATE TABLE groups (
    id IDENTITY,
    external_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE group_has_users (
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX group_has_users_user ON group_has_users (user_id);

CREATE TABLE project_has_groups (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    group_id BIGINT NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, group_id)
);
CREATE INDEX project_has_groups_group ON project_has_groups (group_id);

-- Roles that a project defines for itself.
CREATE TABLE project_has_roles (
    role_id IDENTITY,
    role TEXT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    UNIQUE (project_id, role)
);

-- params is a JSON object, name to text.
CREATE TABLE actions (
    id IDENTITY,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    event_name TEXT NOT NULL,
    action_name TEXT NOT NULL,
    params TEXT NOT NULL,
    -- The other project that it copies or moves tasks to, if it does.
    reaches BIGINT
);
CREATE INDEX actions_project ON actions (project_id, event_name);
CREATE INDEX actions_event ON actions (event_name);

-- Work that is done once a day, by whichever server comes first.
CREATE TABLE daily_work (
    name TEXT NOT NULL PRIMARY KEY,
    -- The last day it was done for, YYYY-MM-DD in the time zone of the settings.
    day TEXT NOT NULL,
    done_at_ms BIGINT NOT NULL
);

-- What somebody leaves behind when their account is deleted.
CREATE INDEX comments_user ON comments (user_id) WHERE user_id > 0;
CREATE INDEX subtask_timers_user ON subtask_timers (user_id);

CREATE INDEX events_actor ON events (actor_id, id) WHERE actor_id > 0;
-- What activity streams show: the entries of people about tasks.
CREATE INDEX events_activity ON events (project_id, id) WHERE actor_id > 0 AND task_id > 0;

-- Mails to be sent: what an automatic action wants somebody to be told about a task.
CREATE TABLE mails (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    -- The event that led to it; none for what is asked for daily.
    event_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX mails_user ON mails (user_id);
CREATE INDEX mails_task ON mails (task_id);
