-- The event log of this service, and the work list of its relay (published_at is null).
-- A partitioned table can only hold keys that contain the partition column, so (key, topic, sequence) is unique within a month;
-- the writer takes the sequence from a row that it holds locked, which settles the rest.
CREATE TABLE outbox (
    key          text        NOT NULL,
    topic        text        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence > 0),
    occurred_at  timestamptz NOT NULL,
    id           uuid        NOT NULL,
    type         text        NOT NULL,
    payload      text        NOT NULL,
    published_at timestamptz,
    PRIMARY KEY (key, topic, sequence, occurred_at)
) PARTITION BY RANGE (occurred_at);

-- Nothing is ever refused for want of a partition.
CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;

CREATE INDEX outbox_unpublished ON outbox (occurred_at) WHERE published_at IS NULL;
CREATE INDEX outbox_by_time ON outbox USING brin (occurred_at);
