-- Showing that one can read ------------------------------------------------------------------------------------------------------
ALTER TABLE duty
    -- the phone rang for it and was answered
    ADD COLUMN rang_at   timestamptz,
    -- a test item, sealed to the team's key, was opened for it: whoever is on duty can read
    ADD COLUMN opened_at timestamptz;
UPDATE duty SET rang_at = checked_in_at;
-- The phone rings for who has only shown that the key opens, too.
DROP INDEX duty_unanswered;
CREATE INDEX duty_unanswered ON duty (starts_at) WHERE cancelled_at IS NULL AND rang_at IS NULL;

-- The test item that waits to be opened, one per duty: a new one takes the place of the one before, and an answer uses it up.
CREATE TABLE check_in_challenge (
    duty     uuid PRIMARY KEY REFERENCES duty,
    id       uuid        NOT NULL UNIQUE,
    person   uuid        NOT NULL REFERENCES person,
    -- of the team's key that it was sealed to
    kid      text        NOT NULL,
    -- SHA-256 of what is in it: who reads this table cannot answer
    hash     bytea       NOT NULL,
    until_at timestamptz NOT NULL
);

-- When the desk was last compared with the login server, and what came of it.
CREATE TABLE login_comparison (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    at         timestamptz NOT NULL,
    changed    integer     NOT NULL,
    left_over  integer     NOT NULL,
    -- most people would have been stopped, so nobody was
    lost_realm boolean     NOT NULL
);
