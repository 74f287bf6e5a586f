-- Who answers -------------------------------------------------------------------------------------------------------------------
CREATE TABLE organisation (
    id         text PRIMARY KEY,
    label      text NOT NULL,
    cover_word text
);

-- The signed record is the truth; the columns beside it are read from it when it is verified.
CREATE TABLE team (
    id           text PRIMARY KEY,
    organisation text        NOT NULL REFERENCES organisation,
    version      bigint      NOT NULL CHECK (version > 0),
    escalation   boolean     NOT NULL,
    suspended    boolean     NOT NULL,
    record       text        NOT NULL,
    changed_at   timestamptz NOT NULL
);

CREATE TABLE person (
    id           uuid PRIMARY KEY,
    subject      text    NOT NULL UNIQUE,
    handle       text    NOT NULL UNIQUE,
    organisation text    NOT NULL REFERENCES organisation,
    languages    text[]  NOT NULL,
    teams        text[]  NOT NULL,
    sms          text,
    email        text,
    on_call      boolean NOT NULL
);
CREATE INDEX person_teams ON person USING gin (teams);

-- What is to be published on ovoz.teams.v1. The latest per team goes out until it was acknowledged.
CREATE TABLE team_publication (
    team         text        NOT NULL REFERENCES team,
    sequence     bigint      NOT NULL CHECK (sequence > 0),
    id           uuid        NOT NULL UNIQUE,
    type         text        NOT NULL,
    payload      text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    published_at timestamptz,
    PRIMARY KEY (team, sequence)
);
CREATE INDEX team_publication_left ON team_publication (occurred_at) WHERE published_at IS NULL;

-- The queue --------------------------------------------------------------------------------------------------------------------
-- No content, no contact, not even sealed.
CREATE TABLE report_case (
    id              uuid PRIMARY KEY,
    short_id        text        NOT NULL,
    channel         text        NOT NULL,
    language        text        NOT NULL,
    region          text        NOT NULL,
    rule            text        NOT NULL,
    danger          boolean     NOT NULL,
    child           boolean     NOT NULL,
    texts           text        NOT NULL CHECK (texts IN ('unknown', 'allowed', 'refused')),
    received_at     timestamptz NOT NULL,
    last_wrote_at   timestamptz NOT NULL,
    -- until when a person is to have read what came last; null once somebody has
    read_by         timestamptz,
    -- when escalation teams are let in, unless it was opened before
    escalates_at    timestamptz NOT NULL,
    escalated_at    timestamptz,
    first_opened_at timestamptz,
    claimed_by      uuid REFERENCES person,
    lease_until     timestamptz,
    closed_at       timestamptz,
    CHECK ((claimed_by IS NULL) = (lease_until IS NULL)),
    CHECK (closed_at IS NULL OR claimed_by IS NULL)
);
CREATE INDEX report_case_open ON report_case (read_by) WHERE closed_at IS NULL;
CREATE INDEX report_case_closed ON report_case (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX report_case_leases ON report_case (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX report_case_unescalated ON report_case (escalates_at)
    WHERE escalated_at IS NULL AND first_opened_at IS NULL AND closed_at IS NULL;

-- A short id belongs to one open case at a time; closing gives it back.
CREATE TABLE short_id (
    short_id  text PRIMARY KEY CHECK (short_id ~ '^[0-9A-HJKMNP-TV-Z]{4}$'),
    report_id uuid NOT NULL UNIQUE REFERENCES report_case DEFERRABLE INITIALLY DEFERRED
);

-- The teams addressed. A team may be unknown here (not yet published by an administrator): no foreign key.
CREATE TABLE case_team (
    report_id    uuid NOT NULL REFERENCES report_case,
    team         text NOT NULL,
    addressed_as text NOT NULL CHECK (addressed_as IN ('responsible', 'escalation', 'catch-all')),
    PRIMARY KEY (report_id, team)
);
CREATE INDEX case_team_by_team ON case_team (team);

CREATE TABLE case_reply (
    report_id uuid     NOT NULL REFERENCES report_case,
    item_id   uuid     NOT NULL,
    fate      text     NOT NULL CHECK (fate IN ('accepted', 'sent', 'delivered', 'refused', 'failed', 'unknown')),
    PRIMARY KEY (report_id, item_id)
);

-- Who is told -----------------------------------------------------------------------------------------------------------------
CREATE TABLE alert (
    id            uuid PRIMARY KEY,
    cause         uuid        NOT NULL,
    report_id     uuid        NOT NULL REFERENCES report_case,
    person        uuid        NOT NULL REFERENCES person,
    kind          text        NOT NULL,
    text          text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'delivered', 'failed', 'unknown')),
    reason        text,
    attempts      integer     NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    -- one event, one alert per person and kind, however often the event comes
    UNIQUE (cause, person, kind)
);
CREATE INDEX alert_unsettled ON alert (due_at) WHERE state IN ('due', 'sending');

-- What was done ---------------------------------------------------------------------------------------------------------------
-- Rows of one chain (a case, the directory, a person's reading) each hash the one before.
CREATE TABLE audit_head (
    chain    text PRIMARY KEY,
    sequence bigint NOT NULL,
    hash     bytea  NOT NULL
);
CREATE TABLE audit (
    chain    text        NOT NULL,
    sequence bigint      NOT NULL,
    what     text        NOT NULL,
    who      uuid,
    subject  text,
    at       timestamptz NOT NULL,
    hash     bytea       NOT NULL,
    PRIMARY KEY (chain, sequence)
);
CREATE INDEX audit_by_time ON audit USING brin (at);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit is append-only';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- The sequence of the events of ovoz.desk.v1, per report; the row lock puts writers in line.
CREATE TABLE desk_sequence (
    report_id uuid PRIMARY KEY,
    last      bigint NOT NULL
);
