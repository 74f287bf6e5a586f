-- The last valid signed record of each team. A suspension holds until a higher signed version.
CREATE TABLE team (
    id         text        PRIMARY KEY,
    version    bigint      NOT NULL,
    record     text,
    suspended  boolean     NOT NULL,
    updated_at timestamptz NOT NULL
);

-- Suspensions that were applied, by event id: reading the topic again does not suspend again.
CREATE TABLE team_suspension (
    event_id text        PRIMARY KEY,
    team     text        NOT NULL,
    at       timestamptz NOT NULL
);

-- What was refused, for people to look at.
CREATE TABLE team_refusal (
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    reason        text        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (partition, record_offset, reason)
);

-- The key that replies by text are granted to; its private part is wrapped under a key outside the database.
CREATE TABLE relay_key (
    kid       text        PRIMARY KEY,
    wrapped   text        NOT NULL,
    record    text        NOT NULL,
    made_at   timestamptz NOT NULL,
    not_after timestamptz NOT NULL
);
