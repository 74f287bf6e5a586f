-- Who else helps ----------------------------------------------------------------------------------------------------------------
-- Services that a person can be passed on to. What reaches them is theirs; nothing here is a reporter's.
CREATE TABLE service (
    id                 uuid PRIMARY KEY,
    name               text        NOT NULL,
    kind               text        NOT NULL,
    regions            text[]      NOT NULL,
    languages          text[]      NOT NULL,
    needs              text[]      NOT NULL,
    zone               text        NOT NULL,
    takes_undocumented boolean     NOT NULL,
    takes_children     boolean     NOT NULL,
    phone              text,
    email              text,
    address            text,
    -- logins, as in the directory's audit: an administrator need not be a person of the directory
    checked_by         uuid        NOT NULL,
    checked_at         timestamptz NOT NULL,
    -- why nobody is to be sent there, a code
    never_refer        text,
    never_refer_by     uuid,
    never_refer_at     timestamptz,
    CHECK ((never_refer IS NULL) = (never_refer_by IS NULL) AND (never_refer IS NULL) = (never_refer_at IS NULL))
);

-- When a service is there. No row: nobody knows. Closing at or before opening means on the next day.
CREATE TABLE service_opening (
    service     uuid     NOT NULL REFERENCES service,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    opens       time     NOT NULL,
    closes      time     NOT NULL,
    PRIMARY KEY (service, day_of_week, opens)
);

-- That somebody was referred, in codes. Nothing was passed on without consent; information is what the person was told, and passes nothing on.
CREATE TABLE case_referral (
    id           uuid PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES report_case,
    kind         text        NOT NULL CHECK (kind IN ('referral', 'information')),
    service      uuid        NOT NULL REFERENCES service,
    purpose      text        NOT NULL,
    consented_on date,
    made_by      uuid        NOT NULL REFERENCES person,
    made_at      timestamptz NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('pending', 'taken', 'refused', 'not-reached', 'unknown')),
    outcome_at   timestamptz NOT NULL,
    follow_up_on date,
    CHECK (kind = 'information' OR consented_on IS NOT NULL)
);
CREATE INDEX case_referral_of_report ON case_referral (report_id);

-- Police or ambulance: consent, and a second person's word, before anybody is called.
CREATE TABLE emergency_call (
    id           uuid PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES report_case,
    whom         text        NOT NULL CHECK (whom IN ('police', 'ambulance')),
    region       text        NOT NULL,
    consented_on date        NOT NULL,
    asked_by     uuid        NOT NULL REFERENCES person,
    asked_at     timestamptz NOT NULL,
    answer       text CHECK (answer IN ('confirmed', 'declined')),
    answered_by  uuid REFERENCES person,
    answered_at  timestamptz,
    outcome      text        NOT NULL CHECK (outcome IN ('pending', 'taken', 'refused', 'not-reached', 'unknown')),
    outcome_at   timestamptz,
    CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
    CHECK (answer IS DISTINCT FROM 'confirmed' OR answered_by <> asked_by),
    -- a call that nobody confirmed has no outcome, since it was not made
    CHECK (outcome = 'pending' OR (answer = 'confirmed' AND answer IS NOT NULL))
);
CREATE INDEX emergency_call_of_report ON emergency_call (report_id);
