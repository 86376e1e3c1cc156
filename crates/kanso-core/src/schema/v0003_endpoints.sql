-- Endpoints of people: what each asks for, how it is sent to, its keys, how it fares, and what is made up for.

-- What events are called outside: `evt_<id>_<salt>`. Events that follow from each other have a depth, and the id of
-- the first of them.
ALTER TABLE events ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN depth BIGINT NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN chain_id BIGINT;
CREATE INDEX events_chain ON events (chain_id) WHERE chain_id IS NOT NULL;

-- The key check: what the secret key sealed, so that another key is noticed at once.
ALTER TABLE instance ADD COLUMN sealed_check TEXT;

-- Patterns between commas; empty for all events.
ALTER TABLE endpoints ADD COLUMN events TEXT NOT NULL DEFAULT '';
-- In the search language; empty for all tasks.
ALTER TABLE endpoints ADD COLUMN filter TEXT NOT NULL DEFAULT '';
ALTER TABLE endpoints ADD COLUMN template TEXT NOT NULL DEFAULT '';
-- A JSON list of {name, value, secret}, sealed as a whole; empty for none.
ALTER TABLE endpoints ADD COLUMN headers TEXT NOT NULL DEFAULT '';
-- task, endpoint or none
ALTER TABLE endpoints ADD COLUMN ordering TEXT NOT NULL DEFAULT 'task';
ALTER TABLE endpoints ADD COLUMN concurrency BIGINT NOT NULL DEFAULT 4;
-- Attempts a second; null for as many as it takes.
ALTER TABLE endpoints ADD COLUMN rate_limit DOUBLE PRECISION;
ALTER TABLE endpoints ADD COLUMN timeout_ms BIGINT NOT NULL DEFAULT 15000;
-- standard or long
ALTER TABLE endpoints ADD COLUMN retries TEXT NOT NULL DEFAULT 'standard';
-- Who made it and is told when it fails; 0 for the application.
ALTER TABLE endpoints ADD COLUMN owner_id BIGINT NOT NULL DEFAULT 0;
-- Why the program switched it off by itself; empty when a person did, or nobody.
ALTER TABLE endpoints ADD COLUMN disabled_reason TEXT NOT NULL DEFAULT '';

-- What deliveries to an endpoint are signed with. Several during a rotation; the oldest goes when it expires.
CREATE TABLE endpoint_keys (
    id IDENTITY,
    endpoint_id BIGINT NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE,
    -- v1 (HMAC-SHA256) or v1a (ed25519)
    kind TEXT NOT NULL,
    -- The key in base64, sealed.
    sealed TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    expires_at_ms BIGINT
);
CREATE INDEX endpoint_keys_endpoint ON endpoint_keys (endpoint_id, id);

-- How an endpoint fares, written with the settlements. Not in its own row: that would look like a change of it.
CREATE TABLE endpoint_health (
    endpoint_id BIGINT NOT NULL PRIMARY KEY REFERENCES endpoints (id) ON DELETE CASCADE,
    last_success_ms BIGINT,
    last_failure_ms BIGINT,
    -- The first failure since the last success.
    failing_since_ms BIGINT,
    -- How many attempts failed since then.
    failures BIGINT NOT NULL DEFAULT 0,
    -- How many of them were hours apart, and when the last of those was.
    strikes BIGINT NOT NULL DEFAULT 0,
    struck_at_ms BIGINT NOT NULL DEFAULT 0,
    -- Whether the owner was told since then.
    told BIGINT NOT NULL DEFAULT 0,
    last_status BIGINT,
    last_error TEXT,
    -- Until when nothing is sent because too much failed; null while it is sent to.
    open_until_ms BIGINT,
    -- The attempts of the last minutes, for that.
    recent TEXT NOT NULL DEFAULT '',
    -- Up to when its rate of attempts is used up, in microseconds.
    paid_until_us BIGINT NOT NULL DEFAULT 0,
    -- Why it is to be switched off as soon as may be; empty when it is not.
    doomed TEXT NOT NULL DEFAULT ''
);

-- What is to be told to the owners of endpoints.
CREATE TABLE notices (
    id IDENTITY,
    -- 0 for every administrator.
    user_id BIGINT NOT NULL,
    endpoint_id BIGINT NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE,
    -- failing, opened, disabled or recovered
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    read_at_ms BIGINT
);
CREATE INDEX notices_user ON notices (user_id, id);
CREATE INDEX notices_endpoint ON notices (endpoint_id, kind, created_at_ms);

-- Up to when the bodies of what was delivered are gone.
CREATE TABLE retention (
    id BIGINT NOT NULL PRIMARY KEY,
    bodies_until_ms BIGINT NOT NULL
);
INSERT INTO retention (id, bodies_until_ms) VALUES (1, 0);

-- Why a delivery was not made: paused, disabled, filter or chain. Such rows are never claimed.
ALTER TABLE deliveries ADD COLUMN reason TEXT;
-- Attempts of an earlier round: the schedule counts from there since it was recovered.
ALTER TABLE deliveries ADD COLUMN earlier_attempts BIGINT NOT NULL DEFAULT 0;
-- What waits its turn goes in the order of the events: what is recovered may be entered after later ones.
DROP INDEX deliveries_order;
CREATE INDEX deliveries_order ON deliveries (endpoint_id, order_key, event_id, id) WHERE state = 'waiting';
CREATE INDEX deliveries_endpoint ON deliveries (endpoint_id, id);
CREATE INDEX deliveries_settled ON deliveries (settled_at_ms) WHERE state <> 'waiting';
-- What waits its turn behind all others of its endpoint is found by `deliveries_order`: here it would be in the way.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_ready ON deliveries (endpoint_id, due_at_ms, id)
    WHERE state = 'waiting' AND order_key > -9000000000000000000;

-- Making up for what an endpoint missed: carried on in batches until nothing is left, also after a restart.
CREATE TABLE recoveries (
    id IDENTITY,
    endpoint_id BIGINT NOT NULL REFERENCES endpoints (id) ON DELETE CASCADE,
    since_ms BIGINT NOT NULL,
    -- The events after this one are looked at next, up to the last.
    cursor_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    -- How many deliveries it was about when it began, and how many were entered so far.
    total BIGINT NOT NULL,
    done BIGINT NOT NULL DEFAULT 0,
    -- running or done
    state TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    created_at_ms BIGINT NOT NULL,
    finished_at_ms BIGINT
);
CREATE INDEX recoveries_endpoint ON recoveries (endpoint_id, id);
CREATE INDEX recoveries_running ON recoveries (id) WHERE state = 'running';

-- A bearer token comes without a name.
CREATE INDEX users_access_token ON users (api_access_token) WHERE api_access_token IS NOT NULL;

-- How far the log is published elsewhere, such as into NATS, and which server does it until when.
CREATE TABLE publications (
    name TEXT NOT NULL PRIMARY KEY,
    -- The feed's cursor up to which all is published; null while nothing is.
    cursor TEXT,
    holder TEXT NOT NULL,
    leased_until_ms BIGINT NOT NULL
);
