-- Holding and closing ----------------------------------------------------------------------------------------------------------
ALTER TABLE report_case
    -- the holder and the reporter agreed on a time: the claim holds until then. Counts for the claim under which it was agreed
    ADD COLUMN agreed_until timestamptz,
    -- why it was closed; null where intake closed it by itself
    ADD COLUMN closed_for   text CHECK (closed_for IN ('helped', 'referred', 'duplicate', 'prank', 'abuse', 'no-answer', 'not-for-us',
                                                       'other-line', 'withdrawn'));

-- When intake took the answer; of answers from before this was kept nobody knows.
ALTER TABLE case_reply ADD COLUMN accepted_at timestamptz;

-- Who opens what ----------------------------------------------------------------------------------------------------------------
-- A person's latest opening of a report that counted: reading on in the same report counts once an hour.
CREATE TABLE opening (
    person    uuid        NOT NULL REFERENCES person,
    report_id uuid        NOT NULL REFERENCES report_case,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person, report_id)
);
CREATE INDEX opening_of_person ON opening (person, at);

-- Who is at a report at this moment. A page says so again and again; a row that is late is nobody's.
CREATE TABLE presence (
    report_id uuid        NOT NULL REFERENCES report_case,
    person    uuid        NOT NULL REFERENCES person,
    doing     text        NOT NULL CHECK (doing IN ('reading', 'writing')),
    until_at  timestamptz NOT NULL,
    PRIMARY KEY (report_id, person, doing)
);
CREATE INDEX presence_late ON presence (until_at);

-- Who may not see what ----------------------------------------------------------------------------------------------------------
CREATE TABLE conflict_of_interest (
    id          uuid PRIMARY KEY,
    report_id   uuid        NOT NULL REFERENCES report_case,
    person      uuid        NOT NULL REFERENCES person,
    reason      text        NOT NULL CHECK (reason IN ('family', 'acquaintance', 'employer', 'community', 'earlier-case', 'afraid', 'other')),
    declared_at timestamptz NOT NULL,
    lifted_at   timestamptz,
    lifted_by   uuid REFERENCES person,
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL)),
    CHECK (lifted_by <> person)
);
CREATE UNIQUE INDEX one_conflict ON conflict_of_interest (report_id, person) WHERE lifted_at IS NULL;

-- A reporter who abuses people: two of them mute the alerts for a while. What the reporter writes is taken all the same.
CREATE TABLE reporter_block (
    id           uuid PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES report_case,
    organisation text        NOT NULL REFERENCES organisation,
    proposed_by  uuid        NOT NULL REFERENCES person,
    proposed_at  timestamptz NOT NULL,
    days         integer     NOT NULL CHECK (days BETWEEN 1 AND 30),
    confirmed_by uuid REFERENCES person,
    confirmed_at timestamptz,
    -- of a proposal until when it may be confirmed, of a block until when it holds
    until_at     timestamptz NOT NULL,
    ended_at     timestamptz,
    -- null where its time was over
    ended_by     uuid REFERENCES person,
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK (confirmed_by <> proposed_by)
);
CREATE UNIQUE INDEX one_block ON reporter_block (report_id) WHERE ended_at IS NULL;
CREATE INDEX block_late ON reporter_block (until_at) WHERE ended_at IS NULL;

ALTER TABLE ladder
    DROP CONSTRAINT ladder_ended_check,
    ADD CONSTRAINT ladder_ended_check CHECK (ended IN ('read', 'closed', 'muted'));
