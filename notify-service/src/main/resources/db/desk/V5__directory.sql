-- Who was let in, and what was stopped -----------------------------------------------------------------------------------------
ALTER TABLE organisation ADD COLUMN suspended boolean NOT NULL DEFAULT false;

ALTER TABLE person ADD CONSTRAINT person_state_known CHECK (state IN ('invited', 'active', 'suspended', 'removed'));

-- What the login server was last seen to say of a person. What differs from it there was changed there, what differs here was changed here.
CREATE TABLE person_login (
    person       uuid PRIMARY KEY REFERENCES person,
    organisation text        NOT NULL,
    teams        text[]      NOT NULL,
    seen_at      timestamptz NOT NULL
);

-- Logins that nobody invited, as of the last pass. Ids only: a name that somebody typed there may be a person's own.
CREATE TABLE unknown_login (
    subject text PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

-- What a team's signed record says, once it was verified; read out of the record itself, so the two cannot differ.
CREATE FUNCTION team_record(record text) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN convert_from(decode(rpad(translate(split_part(record, '.', 2), '-_', '+/'),
                                (length(split_part(record, '.', 2)) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb;
CREATE FUNCTION team_record_words(record text, field text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT jsonb_array_elements_text(coalesce(team_record(record) -> field, '[]')));
ALTER TABLE team
    ADD COLUMN languages       text[]  NOT NULL GENERATED ALWAYS AS (team_record_words(record, 'languages')) STORED,
    ADD COLUMN regions         text[]  NOT NULL GENERATED ALWAYS AS (team_record_words(record, 'regions')) STORED,
    ADD COLUMN needs           text[]  NOT NULL GENERATED ALWAYS AS (team_record_words(record, 'needs')) STORED,
    ADD COLUMN child_qualified boolean NOT NULL
        GENERATED ALWAYS AS (coalesce((team_record(record) ->> 'childQualified')::boolean, false)) STORED;

-- When a team works. No row: always. Closing at or before opening means on the next day.
CREATE TABLE team_opening (
    team        text     NOT NULL REFERENCES team,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    opens       time     NOT NULL,
    closes      time     NOT NULL,
    PRIMARY KEY (team, day_of_week, opens)
);
CREATE TABLE team_calendar (
    team     text PRIMARY KEY REFERENCES team,
    zone     text   NOT NULL,
    holidays date[] NOT NULL
);

-- Interpreters: asked for a conversation, no login, no key.
CREATE TABLE interpreter (
    handle text   PRIMARY KEY,
    gender text   NOT NULL CHECK (gender IN ('woman', 'man', 'other', 'unsaid')),
    zone   text   NOT NULL,
    ties   text[] NOT NULL
);
CREATE TABLE interpreter_language (
    interpreter text NOT NULL REFERENCES interpreter ON DELETE CASCADE,
    language    text NOT NULL,
    dialect     text,
    UNIQUE NULLS NOT DISTINCT (interpreter, language, dialect)
);
CREATE INDEX interpreter_language_by_language ON interpreter_language (language);
CREATE TABLE interpreter_hours (
    interpreter text     NOT NULL REFERENCES interpreter ON DELETE CASCADE,
    day_of_week smallint NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),
    opens       time     NOT NULL,
    closes      time     NOT NULL,
    PRIMARY KEY (interpreter, day_of_week, opens)
);
