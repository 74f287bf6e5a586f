-- Shifts -----------------------------------------------------------------------------------------------------------------------
-- What a person does every week, in a zone's own time. Ending at or before the beginning means on the next day.
CREATE TABLE shift_pattern (
    id          uuid PRIMARY KEY,
    person      uuid       NOT NULL REFERENCES person,
    team        text       NOT NULL REFERENCES team,
    days        smallint[] NOT NULL CHECK (days <@ '{1,2,3,4,5,6,7}' AND cardinality(days) > 0),
    begins      time       NOT NULL,
    ends        time       NOT NULL,
    zone        text       NOT NULL,
    valid_from  date       NOT NULL,
    -- the last day on which one begins; null until further notice
    valid_until date CHECK (valid_until >= valid_from),
    removed_at  timestamptz
);
CREATE INDEX shift_pattern_of_person ON shift_pattern (person, team);

-- A date on which nothing begins, or a stretch besides.
CREATE TABLE shift_exception (
    id         uuid PRIMARY KEY,
    person     uuid NOT NULL REFERENCES person,
    team       text NOT NULL REFERENCES team,
    day_off    date,
    starts_at  timestamptz,
    ends_at    timestamptz CHECK (ends_at > starts_at),
    removed_at timestamptz,
    CHECK ((day_off IS NULL) = (starts_at IS NOT NULL) AND (starts_at IS NULL) = (ends_at IS NULL))
);
CREATE INDEX shift_exception_of_person ON shift_exception (person, team);

ALTER TABLE duty
    -- it went to another person than the one it was laid out for
    ADD COLUMN swapped_at timestamptz,
    -- when the phone was first made to ring for it, when once more, and when nobody had answered
    ADD COLUMN called_at  timestamptz,
    ADD COLUMN recalled_at timestamptz,
    ADD COLUMN missed_at  timestamptz;
CREATE INDEX duty_unanswered ON duty (starts_at) WHERE cancelled_at IS NULL AND checked_in_at IS NULL;

-- A duty is offered to the team and taken by one of it.
CREATE TABLE duty_swap (
    id           uuid PRIMARY KEY,
    duty         uuid        NOT NULL REFERENCES duty,
    offered_by   uuid        NOT NULL REFERENCES person,
    offered_at   timestamptz NOT NULL,
    withdrawn_at timestamptz,
    accepted_by  uuid REFERENCES person,
    accepted_at  timestamptz,
    CHECK ((accepted_by IS NULL) = (accepted_at IS NULL)),
    CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX one_open_swap ON duty_swap (duty) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX duty_swap_of_person ON duty_swap (offered_by) WHERE accepted_at IS NOT NULL;

-- Who answers for what was open when a duty ended: the latest who accepted, with all that was accepted; the audit has each.
CREATE TABLE duty_handover (
    duty        uuid PRIMARY KEY REFERENCES duty,
    accepted_by uuid        NOT NULL REFERENCES person,
    accepted_at timestamptz NOT NULL,
    -- the reports that were on the lists
    reports     uuid[]      NOT NULL
);

-- Calendar programs cannot sign in: who has the token reads one person's hours. Kept as its SHA-256.
CREATE TABLE calendar_token (
    person  uuid PRIMARY KEY REFERENCES person,
    hash    bytea       NOT NULL UNIQUE,
    made_at timestamptz NOT NULL
);

-- Coverage ---------------------------------------------------------------------------------------------------------------------
-- What was read somewhere once: that nobody reads it any more is a gap.
CREATE TABLE covered_cell (
    language      text        NOT NULL,
    region        text        NOT NULL,
    first_read_at timestamptz NOT NULL,
    PRIMARY KEY (language, region)
);

-- What was last said of a language.
CREATE TABLE language_coverage (
    language  text PRIMARY KEY,
    read_now  boolean     NOT NULL,
    next_from timestamptz,
    until_at  timestamptz,
    said_at   timestamptz NOT NULL
);

-- What is to be published on ovoz.coverage.v1. The latest per language goes out until it was acknowledged.
CREATE TABLE coverage_publication (
    language     text        NOT NULL REFERENCES language_coverage,
    sequence     bigint      NOT NULL CHECK (sequence > 0),
    id           uuid        NOT NULL UNIQUE,
    type         text        NOT NULL,
    payload      text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    published_at timestamptz,
    PRIMARY KEY (language, sequence)
);
CREATE INDEX coverage_publication_left ON coverage_publication (occurred_at) WHERE published_at IS NULL;
