CREATE TABLE inbox (
    id            uuid PRIMARY KEY,
    topic         text        NOT NULL,
    key           text        NOT NULL,
    sequence      bigint      NOT NULL,
    type          text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    payload       text        NOT NULL,
    received_at   timestamptz NOT NULL,
    state         text        NOT NULL CHECK (state IN ('waiting', 'applied', 'parked', 'skipped')),
    -- a code, never a message: messages can carry data
    parked_reason text,
    settled_at    timestamptz,
    CHECK ((state = 'parked') = (parked_reason IS NOT NULL))
);

CREATE INDEX inbox_unsettled ON inbox (key, topic, sequence) WHERE state IN ('waiting', 'parked');

-- The sequence that is applied next, per key and topic; its row lock puts the events of a key in line.
CREATE TABLE inbox_cursor (
    key      text   NOT NULL,
    topic    text   NOT NULL,
    expected bigint NOT NULL,
    PRIMARY KEY (key, topic)
);

-- Records that are no event of ours. The digest keeps two apart when a topic was made anew and its offsets began again.
CREATE TABLE inbox_unreadable (
    topic        text        NOT NULL,
    partition    integer     NOT NULL,
    record_offset bigint     NOT NULL,
    digest       bytea       NOT NULL,
    reason       text        NOT NULL,
    raw          bytea       NOT NULL,
    received_at  timestamptz NOT NULL,
    PRIMARY KEY (topic, partition, record_offset, digest)
);
