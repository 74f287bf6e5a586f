-- Reaching the reporter ------------------------------------------------------------------------------------------------------
-- The safe window that was open or next when the hours were recorded. Both null: at any time, or nobody has recorded hours.
ALTER TABLE report_case
    ADD COLUMN safe_from  timestamptz,
    ADD COLUMN safe_until timestamptz;

ALTER TABLE case_reply
    DROP CONSTRAINT case_reply_fate_check,
    ADD CONSTRAINT case_reply_fate_check
        CHECK (fate IN ('accepted', 'sent', 'delivered', 'refused', 'failed', 'unknown', 'scheduled', 'withdrawn')),
    -- when one that waits goes out
    ADD COLUMN goes_at timestamptz,
    -- why one was refused, a code
    ADD COLUMN refused_for text;

-- Interpreters who are asked ---------------------------------------------------------------------------------------------------
-- For one conversation: a language and a time. Whoever is asked learns these and who asks, and nothing of the report.
CREATE TABLE interpreter_request (
    id        uuid PRIMARY KEY,
    report_id uuid        NOT NULL REFERENCES report_case,
    language  text        NOT NULL,
    asked_by  uuid        NOT NULL REFERENCES person,
    asked_at  timestamptz NOT NULL,
    wanted_at timestamptz NOT NULL,
    answer_by timestamptz NOT NULL,
    ended_at  timestamptz,
    ended     text CHECK (ended IN ('accepted', 'withdrawn', 'expired')),
    taken_by  uuid REFERENCES person,
    CHECK ((ended_at IS NULL) = (ended IS NULL)),
    CHECK ((ended IS NOT DISTINCT FROM 'accepted') = (taken_by IS NOT NULL))
);
CREATE UNIQUE INDEX one_open_interpreter_request ON interpreter_request (report_id) WHERE ended_at IS NULL;
CREATE INDEX interpreter_request_of_report ON interpreter_request (report_id, asked_at);
CREATE INDEX interpreter_request_late ON interpreter_request (answer_by) WHERE ended_at IS NULL;
CREATE TABLE interpreter_asked (
    request     uuid NOT NULL REFERENCES interpreter_request,
    person      uuid NOT NULL REFERENCES person,
    declined_at timestamptz,
    PRIMARY KEY (request, person)
);
CREATE INDEX interpreter_asked_of_person ON interpreter_asked (person);

ALTER TABLE alert
    DROP CONSTRAINT alert_purpose_check,
    ADD CONSTRAINT alert_purpose_check CHECK (purpose IN ('report', 'check-in', 'notice', 'interpreter'));
