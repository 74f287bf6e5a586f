-- What has to be done by when ----------------------------------------------------------------------------------------------------
-- Times and coded kinds. What it is about is sealed, and the desk has none of it.
CREATE TABLE case_due (
    id        uuid PRIMARY KEY,
    report_id uuid        NOT NULL REFERENCES report_case,
    kind      text        NOT NULL CHECK (kind IN ('next-step', 'follow-up', 'evidence', 'promise', 'safe-time')),
    at        timestamptz NOT NULL,
    set_by    uuid        NOT NULL REFERENCES person,
    set_at    timestamptz NOT NULL,
    -- when somebody is to be told (again); null once coordinators were
    tell_at   timestamptz,
    told_at   timestamptz,
    ended_at  timestamptz,
    ended     text CHECK (ended IN ('done', 'moved', 'closed')),
    -- null where its case was closed
    ended_by  uuid REFERENCES person,
    CHECK ((ended_at IS NULL) = (ended IS NULL))
);
CREATE UNIQUE INDEX one_due_of_a_kind ON case_due (report_id, kind) WHERE ended_at IS NULL;
CREATE INDEX due_to_tell ON case_due (tell_at) WHERE ended_at IS NULL;
CREATE INDEX due_of_report ON case_due (report_id, kind, at);

ALTER TABLE report_case
    -- the earliest that is open, beside the case since queues are sorted by it
    ADD COLUMN due_at          timestamptz,
    ADD COLUMN due_kind        text,
    -- what intake told; null until a responder said otherwise
    ADD COLUMN reported_danger boolean,
    ADD COLUMN reported_child  boolean,
    ADD CHECK ((due_at IS NULL) = (due_kind IS NULL)),
    ADD CHECK ((reported_danger IS NULL) = (reported_child IS NULL));

-- What is counted ----------------------------------------------------------------------------------------------------------------
-- One row per report whose person agreed, in codes, under an id that only the sealed triage knows. Nothing here names a case, a person, a
-- team or a moment, and nothing elsewhere names these ids. What came when cannot be told from where a row lies, either: rows wait in the
-- first table until they are mixed into the second, which is then written anew as a whole, in the order of the ids.
CREATE TABLE statistic_arrival (
    id     uuid PRIMARY KEY,
    -- without codes: the person agrees no more, and the row goes
    month  text CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    region text CHECK (region ~ '^[A-Z]{2}$'),
    coded  jsonb,
    CHECK ((coded IS NULL) = (month IS NULL) AND (coded IS NULL) = (region IS NULL))
);

CREATE TABLE statistic_row (
    id     uuid PRIMARY KEY,
    month  text  NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    region text  NOT NULL CHECK (region ~ '^[A-Z]{2}$'),
    coded  jsonb NOT NULL
);
