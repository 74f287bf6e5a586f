-- Who answers, and by what way they are told ----------------------------------------------------------------------------------
ALTER TABLE person
    -- a number that is rung; may be the same as for texts
    ADD COLUMN call        text,
    -- what an alert says besides, in the person's own words; {} stands for short id and priority
    ADD COLUMN cover_text  text CHECK (cover_text LIKE '%{}%'),
    -- in the person's own time; a shift is kept all the same
    ADD COLUMN quiet_from  time,
    ADD COLUMN quiet_until time,
    ADD COLUMN zone        text,
    -- as the login server has them
    ADD COLUMN roles       text[] NOT NULL DEFAULT '{}',
    ADD COLUMN state       text   NOT NULL DEFAULT 'active' CHECK (state IN ('invited', 'active', 'suspended', 'removed')),
    ADD CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND (quiet_from IS NULL OR zone IS NOT NULL));

-- Where alerts go that have no number: a browser's subscription, a system's address.
CREATE TABLE endpoint (
    id      uuid PRIMARY KEY,
    person  uuid        NOT NULL REFERENCES person,
    kind    text        NOT NULL CHECK (kind IN ('push', 'webhook')),
    url     text        NOT NULL,
    made_at timestamptz NOT NULL,
    -- the other side said that it is no more
    gone_at timestamptz
);
CREATE INDEX endpoint_of_person ON endpoint (person) WHERE gone_at IS NULL;

-- Stretches of duty, laid out from the shifts for the coming weeks. One counts once the phone was really rung.
CREATE TABLE duty (
    id            uuid PRIMARY KEY,
    person        uuid        NOT NULL REFERENCES person,
    team          text        NOT NULL REFERENCES team,
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL,
    checked_in_at timestamptz,
    cancelled_at  timestamptz,
    CHECK (ends_at > starts_at)
);
CREATE INDEX duty_of_team ON duty (team, ends_at) WHERE cancelled_at IS NULL;
CREATE INDEX duty_of_person ON duty (person, ends_at) WHERE cancelled_at IS NULL;

-- The ladder -------------------------------------------------------------------------------------------------------------------
ALTER TABLE report_case ADD COLUMN claimed_at timestamptz;
UPDATE report_case SET claimed_at = last_wrote_at WHERE claimed_by IS NOT NULL;
ALTER TABLE report_case ADD CHECK ((claimed_by IS NULL) = (claimed_at IS NULL));

-- One climbs for a report at a time; what the reporter writes meanwhile is told by it.
CREATE TABLE ladder (
    id         uuid PRIMARY KEY,
    report_id  uuid        NOT NULL REFERENCES report_case,
    started_at timestamptz NOT NULL,
    round      integer     NOT NULL CHECK (round > 0),
    -- the rung that was climbed last in this round, 0 before the first
    rung       integer     NOT NULL,
    -- which ladder this round climbs: of what nobody has read, or of danger, else the ordinary one
    urgent     boolean     NOT NULL,
    -- when it was moved last; a time to come shows that the clock went back
    moved_at   timestamptz NOT NULL,
    -- when to go on
    due_at     timestamptz NOT NULL,
    -- somebody said that they are at it; it goes on at due_at all the same
    paused     boolean     NOT NULL,
    ended_at   timestamptz,
    ended      text CHECK (ended IN ('read', 'closed')),
    CHECK ((ended_at IS NULL) = (ended IS NULL))
);
CREATE UNIQUE INDEX one_ladder_per_report ON ladder (report_id) WHERE ended_at IS NULL;
CREATE INDEX ladder_due ON ladder (due_at) WHERE ended_at IS NULL;

-- No rung twice within a round.
CREATE TABLE ladder_step (
    ladder uuid        NOT NULL REFERENCES ladder,
    round  integer     NOT NULL,
    rung   integer     NOT NULL,
    name   text        NOT NULL,
    at     timestamptz NOT NULL,
    alerts integer     NOT NULL,
    PRIMARY KEY (ladder, round, rung)
);

-- Each person pauses a ladder once per round by saying so, and once by claiming.
CREATE TABLE acknowledgement (
    ladder uuid        NOT NULL REFERENCES ladder,
    round  integer     NOT NULL,
    person uuid        NOT NULL REFERENCES person,
    way    text        NOT NULL CHECK (way IN ('acknowledge', 'claim')),
    at     timestamptz NOT NULL,
    PRIMARY KEY (ladder, round, person, way)
);

-- Alerts -----------------------------------------------------------------------------------------------------------------------
ALTER TABLE alert
    ALTER COLUMN report_id DROP NOT NULL,
    ADD COLUMN purpose     text NOT NULL DEFAULT 'report' CHECK (purpose IN ('report', 'check-in', 'notice')),
    -- the duty or the notice that it is about
    ADD COLUMN subject     uuid,
    ADD COLUMN ladder      uuid REFERENCES ladder,
    ADD COLUMN round       integer,
    ADD COLUMN rung        integer,
    ADD COLUMN endpoint    uuid REFERENCES endpoint,
    -- what an answer by text has to name, once
    ADD COLUMN token       text,
    -- when the last attempt began
    ADD COLUMN tried_at    timestamptz,
    -- the call that speaks for this one too
    ADD COLUMN bundled_in  uuid REFERENCES alert,
    -- a call that ended
    ADD COLUMN over_at     timestamptz,
    ADD COLUMN answered_at timestamptz,
    ADD COLUMN answer      text CHECK (answer IN ('acknowledge', 'claim')),
    DROP CONSTRAINT alert_state_check,
    ADD CONSTRAINT alert_state_check
        CHECK (state IN ('due', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'bundled', 'dropped')),
    ADD CHECK (kind IN ('sms', 'call', 'email', 'push', 'webhook')),
    ADD CHECK ((answered_at IS NULL) = (answer IS NULL)),
    ADD CHECK ((purpose = 'report') = (report_id IS NOT NULL)),
    ADD CHECK ((purpose = 'report') = (subject IS NULL)),
    ADD CHECK ((kind IN ('push', 'webhook')) = (endpoint IS NOT NULL)),
    DROP CONSTRAINT alert_cause_person_kind_key,
    ADD CONSTRAINT one_alert_per_cause_and_way UNIQUE NULLS NOT DISTINCT (cause, person, kind, endpoint);
CREATE INDEX alert_of_ladder ON alert (ladder, round, rung) WHERE ladder IS NOT NULL;
CREATE INDEX alert_of_person ON alert (person, kind, tried_at);

-- Answers by text that named no alert of the person: too many, and nothing is taken by text for a while.
CREATE TABLE misanswer (
    person uuid        NOT NULL REFERENCES person,
    at     timestamptz NOT NULL
);
CREATE INDEX misanswer_of_person ON misanswer (person, at);

-- What a coordinator has to know -------------------------------------------------------------------------------------------------
CREATE TABLE notice (
    id           uuid PRIMARY KEY,
    kind         text        NOT NULL,
    -- what it is about: ids and codes
    subject      text        NOT NULL,
    -- whose coordinators it concerns; null for all
    organisation text REFERENCES organisation,
    raised_at    timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX one_open_notice ON notice (kind, subject) WHERE ended_at IS NULL;
