-- What goes with an account: sessions and where they are, tokens, the second factor, links to come in by, choices.

-- The browser as it names itself, the address it came from, and when it was last seen.
ALTER TABLE sessions ADD COLUMN agent TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;

-- The last times that somebody came in.
CREATE TABLE last_logins (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- password or code
    auth_type TEXT NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    date_creation BIGINT NOT NULL
);
CREATE INDEX last_logins_user ON last_logins (user_id, id);

-- Named tokens for programs. Kanboard's single one stands in users.api_access_token.
CREATE TABLE api_tokens (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    -- The last characters, by which its owner knows it.
    ending TEXT NOT NULL,
    -- read, write or all
    scope TEXT NOT NULL,
    -- The only project it reaches; null for all of its owner's.
    project_id BIGINT REFERENCES projects (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    -- Noted once an hour at most.
    used_at BIGINT
);
CREATE INDEX api_tokens_user ON api_tokens (user_id, id);
CREATE INDEX api_tokens_project ON api_tokens (project_id) WHERE project_id IS NOT NULL;

-- users.twofactor_secret is sealed. The time step of the last code that was taken, so that none is taken twice, and
-- how many codes in a row were wrong.
ALTER TABLE users ADD COLUMN twofactor_step BIGINT NOT NULL DEFAULT 0;
ALTER TABLE users ADD COLUMN twofactor_failures BIGINT NOT NULL DEFAULT 0;

-- What takes the place of a code once, for who lost the device that makes them.
CREATE TABLE recovery_codes (
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    PRIMARY KEY (user_id, hash)
);

-- Links by which somebody chooses a new password.
CREATE TABLE password_links (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    hash TEXT NOT NULL UNIQUE,
    made_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX password_links_user ON password_links (user_id, id);
-- When somebody said at the door that they forgot it; 0 when nobody did, or it was seen to.
ALTER TABLE users ADD COLUMN password_asked_at BIGINT NOT NULL DEFAULT 0;

-- Links by which somebody makes an account of their own.
CREATE TABLE invitations (
    id IDENTITY,
    email TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    -- The project in which they become a member; null for none.
    project_id BIGINT REFERENCES projects (id) ON DELETE CASCADE,
    invited_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX invitations_project ON invitations (project_id) WHERE project_id IS NOT NULL;

-- Which channels tell somebody things, and of which projects; no project stands for all.
CREATE TABLE user_has_notification_types (
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    notification_type TEXT NOT NULL,
    PRIMARY KEY (user_id, notification_type)
);
CREATE TABLE user_has_notifications (
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    project_id BIGINT NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, project_id)
);
CREATE INDEX user_has_notifications_project ON user_has_notifications (project_id);

-- Whether keys of a single letter do something, and whether pages follow what others do.
ALTER TABLE users ADD COLUMN shortcuts BIGINT NOT NULL DEFAULT 1;
ALTER TABLE users ADD COLUMN live_updates BIGINT NOT NULL DEFAULT 1;
-- Whether users.theme was chosen: Kanboard's default says nothing of what somebody wants.
ALTER TABLE users ADD COLUMN theme_chosen BIGINT NOT NULL DEFAULT 0;
