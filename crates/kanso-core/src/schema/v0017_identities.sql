-- People who prove elsewhere who they are, and browsers that are remembered.

-- By what a provider of identities knows somebody who has an account here.
CREATE TABLE identities (
    id IDENTITY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- The provider, and its name for the person, which it never gives to another one.
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE INDEX identities_user ON identities (user_id);

-- Answers of a provider that brought somebody in, as hashes, so that none does it twice. They are forgotten in time.
CREATE TABLE spent_answers (
    hash TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);

-- Browsers that stay signed in. The series stays the same, its token changes each time it is used; both are hashes.
CREATE TABLE remembered (
    series TEXT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token TEXT NOT NULL,
    -- The token before, and when it was changed: several pages that are opened at once bring the same one.
    former TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX remembered_user ON remembered (user_id);

-- The series that a session came of; empty for none.
ALTER TABLE sessions ADD COLUMN series TEXT NOT NULL DEFAULT '';
