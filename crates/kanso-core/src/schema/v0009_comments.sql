-- How people read comments.
ALTER TABLE users ADD COLUMN newest_comments_first BIGINT NOT NULL DEFAULT 0;
