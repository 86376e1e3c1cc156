-- Searches of a project that somebody keeps under a name, for themselves or for all of the project.

CREATE TABLE custom_filters (
    id IDENTITY,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    filter TEXT NOT NULL,
    is_shared BIGINT NOT NULL DEFAULT 0,
    -- Whether choosing it adds to the search that is there, instead of taking its place.
    appends BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX custom_filters_project ON custom_filters (project_id);
CREATE INDEX custom_filters_user ON custom_filters (user_id);
