-- A report dies with its key. This cluster has a short backup life of its own.
CREATE TABLE shred_key (
    id      uuid        PRIMARY KEY,
    key     bytea       NOT NULL CHECK (octet_length(key) = 32),
    made_at timestamptz NOT NULL
);
