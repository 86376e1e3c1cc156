-- One source for SQLite and PostgreSQL. IDENTITY stands for each database's own generated key.
-- Flags are 0 or 1; times are Unix seconds unless the name ends in _ms.

-- One row that stands for the instance: users and settings are changed under its lock.
CREATE TABLE instance (
    id BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO instance (id, revision) VALUES (1, 0);

CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BIGINT NOT NULL
);

CREATE TABLE users (
    id IDENTITY,
    username TEXT NOT NULL UNIQUE,
    password TEXT,
    is_admin BIGINT NOT NULL DEFAULT 0,
    is_ldap_user BIGINT NOT NULL DEFAULT 0,
    name TEXT,
    email TEXT,
    google_id TEXT,
    github_id TEXT,
    notifications_enabled BIGINT NOT NULL DEFAULT 0,
    timezone TEXT,
    language TEXT,
    disable_login_form BIGINT NOT NULL DEFAULT 0,
    twofactor_activated BIGINT NOT NULL DEFAULT 0,
    twofactor_secret TEXT,
    token TEXT,
    notifications_filter BIGINT NOT NULL DEFAULT 4,
    nb_failed_login BIGINT NOT NULL DEFAULT 0,
    lock_expiration_date BIGINT NOT NULL DEFAULT 0,
    is_project_admin BIGINT NOT NULL DEFAULT 0,
    gitlab_id BIGINT,
    role TEXT NOT NULL DEFAULT 'app-user',
    is_active BIGINT NOT NULL DEFAULT 1,
    avatar_path TEXT,
    api_access_token TEXT,
    filter TEXT,
    theme TEXT NOT NULL DEFAULT 'light'
);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL DEFAULT 0,
    data TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE projects (
    id IDENTITY,
    name TEXT NOT NULL,
    is_active BIGINT NOT NULL DEFAULT 1,
    token TEXT NOT NULL DEFAULT '',
    last_modified BIGINT NOT NULL DEFAULT 0,
    is_public BIGINT NOT NULL DEFAULT 0,
    is_private BIGINT NOT NULL DEFAULT 0,
    default_swimlane TEXT NOT NULL DEFAULT 'Default swimlane',
    description TEXT,
    identifier TEXT,
    start_date TEXT,
    end_date TEXT,
    owner_id BIGINT DEFAULT 0,
    priority_default BIGINT NOT NULL DEFAULT 0,
    priority_start BIGINT NOT NULL DEFAULT 0,
    priority_end BIGINT NOT NULL DEFAULT 3,
    email TEXT,
    predefined_email_subjects TEXT,
    per_swimlane_task_limits BIGINT NOT NULL DEFAULT 0,
    task_limit BIGINT NOT NULL DEFAULT 0,
    enable_global_tags BIGINT NOT NULL DEFAULT 1,
    -- Counts the changes of the project. Writing it is the lock that every change takes first.
    revision BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX projects_name ON projects (name);
CREATE INDEX projects_identifier ON projects (identifier);
CREATE INDEX projects_email ON projects (email);

CREATE TABLE project_has_users (
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (project_id, user_id)
);
CREATE INDEX project_has_users_user ON project_has_users (user_id);

CREATE TABLE columns (
    id IDENTITY,
    title TEXT NOT NULL,
    position BIGINT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    task_limit BIGINT NOT NULL DEFAULT 0,
    description TEXT NOT NULL DEFAULT '',
    hide_in_dashboard BIGINT NOT NULL DEFAULT 0,
    UNIQUE (project_id, title)
);

CREATE TABLE swimlanes (
    id IDENTITY,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    is_active BIGINT NOT NULL DEFAULT 1,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    description TEXT NOT NULL DEFAULT '',
    task_limit BIGINT NOT NULL DEFAULT 0,
    UNIQUE (project_id, name)
);

CREATE TABLE tasks (
    id IDENTITY,
    title TEXT NOT NULL,
    description TEXT,
    date_creation BIGINT NOT NULL,
    color_id TEXT NOT NULL,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    column_id BIGINT NOT NULL REFERENCES columns (id),
    owner_id BIGINT NOT NULL DEFAULT 0,
    position BIGINT NOT NULL,
    is_active BIGINT NOT NULL DEFAULT 1,
    date_completed BIGINT,
    score BIGINT,
    date_due BIGINT,
    category_id BIGINT,
    creator_id BIGINT NOT NULL DEFAULT 0,
    date_modification BIGINT NOT NULL,
    reference TEXT,
    date_started BIGINT,
    time_spent DOUBLE PRECISION,
    time_estimated DOUBLE PRECISION,
    swimlane_id BIGINT NOT NULL REFERENCES swimlanes (id),
    date_moved BIGINT NOT NULL,
    recurrence_status BIGINT NOT NULL DEFAULT 0,
    recurrence_trigger BIGINT NOT NULL DEFAULT 0,
    recurrence_factor BIGINT NOT NULL DEFAULT 0,
    recurrence_timeframe BIGINT NOT NULL DEFAULT 0,
    recurrence_basedate BIGINT NOT NULL DEFAULT 0,
    recurrence_parent BIGINT,
    recurrence_child BIGINT,
    priority BIGINT,
    external_provider TEXT,
    external_uri TEXT
);
CREATE INDEX tasks_lane ON tasks (project_id, swimlane_id, column_id, is_active, position);
CREATE INDEX tasks_column ON tasks (column_id, is_active);
-- Most tasks have neither a reference nor an assignee at first: creating one does not pay for these.
CREATE INDEX tasks_reference ON tasks (project_id, reference) WHERE reference <> '';
CREATE INDEX tasks_owner ON tasks (owner_id, is_active) WHERE owner_id > 0;

-- How many open tasks a lane holds, kept with every change: the number of the next task in it, however long
-- the lane is.
CREATE TABLE lanes (
    swimlane_id BIGINT NOT NULL REFERENCES swimlanes (id) ON DELETE CASCADE,
    column_id BIGINT NOT NULL REFERENCES columns (id) ON DELETE CASCADE,
    open_tasks BIGINT NOT NULL,
    PRIMARY KEY (swimlane_id, column_id)
);
CREATE INDEX lanes_column ON lanes (column_id);

CREATE TABLE comments (
    id IDENTITY,
    task_id BIGINT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL DEFAULT 0,
    date_creation BIGINT NOT NULL,
    date_modification BIGINT NOT NULL,
    comment TEXT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    visibility TEXT NOT NULL DEFAULT 'app-user'
);
CREATE INDEX comments_task ON comments (task_id);

-- The log. It outlives what it tells of, so it refers to nothing: a removed project's events are still delivered.
CREATE TABLE events (
    id IDENTITY,
    project_id BIGINT NOT NULL,
    task_id BIGINT NOT NULL,
    event TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor TEXT,
    cause_id BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX events_project ON events (project_id, id);
CREATE INDEX events_task ON events (task_id, id);

CREATE TABLE endpoints (
    id IDENTITY,
    project_id BIGINT,
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    token TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL,
    enabled BIGINT NOT NULL DEFAULT 1,
    -- 'settings' for the one endpoint that webhook_url stands for, else 'user'.
    origin TEXT NOT NULL DEFAULT 'user',
    created_at BIGINT NOT NULL
);
CREATE INDEX endpoints_project ON endpoints (project_id);
CREATE UNIQUE INDEX endpoints_settings ON endpoints (origin) WHERE origin = 'settings';

CREATE TABLE deliveries (
    id IDENTITY,
    endpoint_id BIGINT NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE,
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    event_name TEXT NOT NULL,
    message_id TEXT NOT NULL,
    -- Deliveries of one endpoint with the same key wait for each other. 0: waits for none.
    order_key BIGINT NOT NULL,
    -- waiting, delivered or failed
    state TEXT NOT NULL,
    -- event, or manual for one that a person asked for again
    cause TEXT NOT NULL,
    repeats BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    due_at_ms BIGINT NOT NULL,
    leased_until_ms BIGINT NOT NULL DEFAULT 0,
    body TEXT,
    created_at_ms BIGINT NOT NULL,
    settled_at_ms BIGINT
);
CREATE INDEX deliveries_due ON deliveries (endpoint_id, due_at_ms, id) WHERE state = 'waiting';
CREATE INDEX deliveries_order ON deliveries (endpoint_id, order_key, id) WHERE state = 'waiting';
CREATE INDEX deliveries_event ON deliveries (event_id);

CREATE TABLE attempts (
    id IDENTITY,
    delivery_id BIGINT NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    started_at_ms BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    -- What was sent where, with the token redacted, as request line and headers.
    request TEXT NOT NULL,
    status BIGINT,
    answer TEXT,
    error TEXT
);
CREATE INDEX attempts_delivery ON attempts (delivery_id, number);
