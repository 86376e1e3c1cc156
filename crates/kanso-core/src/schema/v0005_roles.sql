-- What the roles that projects made up are kept from, and what projects and the installation keep ready.

-- What a role may not do in the whole project: task_creation, task_remove and the like.
CREATE TABLE project_role_has_restrictions (
    restriction_id IDENTITY,
    role_id BIGINT NOT NULL REFERENCES project_has_roles (role_id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    UNIQUE (role_id, rule)
);

-- What a role may or may not do in one column: allow.task_creation, block.task_open_close and the like.
CREATE TABLE column_has_restrictions (
    restriction_id IDENTITY,
    role_id BIGINT NOT NULL REFERENCES project_has_roles (role_id) ON DELETE CASCADE,
    column_id BIGINT NOT NULL REFERENCES columns (id) ON DELETE CASCADE,
    rule TEXT NOT NULL,
    UNIQUE (role_id, column_id, rule)
);
CREATE INDEX column_has_restrictions_column ON column_has_restrictions (column_id);

-- If a role has any, tasks move between these columns only, both ways.
CREATE TABLE column_has_move_restrictions (
    restriction_id IDENTITY,
    role_id BIGINT NOT NULL REFERENCES project_has_roles (role_id) ON DELETE CASCADE,
    src_column_id BIGINT NOT NULL REFERENCES columns (id) ON DELETE CASCADE,
    dst_column_id BIGINT NOT NULL REFERENCES columns (id) ON DELETE CASCADE,
    only_assigned BIGINT NOT NULL DEFAULT 0,
    UNIQUE (role_id, src_column_id, dst_column_id)
);
CREATE INDEX column_has_move_restrictions_src ON column_has_move_restrictions (src_column_id);
CREATE INDEX column_has_move_restrictions_dst ON column_has_move_restrictions (dst_column_id);

-- Texts to begin the description of a task with.
CREATE TABLE predefined_task_descriptions (
    id IDENTITY,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    description TEXT NOT NULL
);
CREATE INDEX predefined_task_descriptions_project ON predefined_task_descriptions (project_id);

-- What one unit of a currency is worth in that of the settings.
CREATE TABLE currencies (
    currency TEXT NOT NULL PRIMARY KEY,
    rate DOUBLE PRECISION NOT NULL
);
