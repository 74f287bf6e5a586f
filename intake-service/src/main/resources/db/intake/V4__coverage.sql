-- The desk's last statement of each language: when somebody reads it.
CREATE TABLE language_coverage (
    language  text        PRIMARY KEY,
    read_now  boolean     NOT NULL,
    next_from timestamptz,
    until     timestamptz,
    said_at   timestamptz NOT NULL
);

-- What was refused, for people to look at.
CREATE TABLE coverage_refusal (
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    reason        text        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (partition, record_offset, reason)
);
