-- Test reports: what was sent by which line in which language, and whether it came through.
CREATE TABLE canary (
    id         uuid PRIMARY KEY,
    line       text        NOT NULL,
    language   text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('due', 'sent', 'arrived', 'missing')),
    reason     text,
    planned_at timestamptz NOT NULL,
    sent_at    timestamptz,
    arrived_at timestamptz,
    -- what intake took it for
    understood text,
    rule       text,
    report_id  uuid UNIQUE,
    removed_at timestamptz,
    CHECK (state = 'due' OR sent_at IS NOT NULL)
);
CREATE INDEX canary_by_line ON canary (line, language, planned_at);
CREATE UNIQUE INDEX one_canary_due ON canary (line, language) WHERE state = 'due';
CREATE INDEX canary_under_way ON canary (sent_at) WHERE state = 'sent';
