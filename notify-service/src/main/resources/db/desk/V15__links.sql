-- Reports on one place -----------------------------------------------------------------------------------------------------------
-- What a report says of a place stays sealed. Its terms come here as marks: HMACs that browsers make under a key of the organisation which
-- the desk does not have. Equal marks show that two reports share a term, and not which.
ALTER TABLE report_case
    -- the reporter or a responder had it erased: nothing new is written about it
    ADD COLUMN shredded_at timestamptz;
UPDATE report_case c SET shredded_at = a.at FROM audit a WHERE a.chain = 'report:' || c.id AND a.what = 'report-shredded';

-- An organisation's keys for marks, one after the other. The latest counts; with earlier ones is only asked.
CREATE TABLE link_key (
    -- made of the key itself, and says nothing of it
    kid          text PRIMARY KEY,
    organisation text        NOT NULL REFERENCES organisation,
    generation   integer     NOT NULL CHECK (generation > 0),
    made_by      uuid        NOT NULL REFERENCES person,
    made_at      timestamptz NOT NULL,
    -- of two browsers that make one at once, one is told to take the other's
    UNIQUE (organisation, generation)
);

-- The key, sealed to a team and signed with the order key of a team of the same organisation: the desk can neither open nor forge it.
CREATE TABLE link_vouch (
    link_kid text NOT NULL REFERENCES link_key,
    team     text NOT NULL REFERENCES team,
    -- of the team's encryption key
    team_kid text NOT NULL,
    jws      text NOT NULL,
    PRIMARY KEY (link_kid, team, team_kid)
);

-- The first 128 bits of each HMAC, as base64url. A report has marks under one key of each organisation that reads it.
CREATE TABLE link_term (
    report_id uuid NOT NULL REFERENCES report_case,
    link_kid  text NOT NULL REFERENCES link_key,
    mark      text NOT NULL CHECK (mark ~ '^[A-Za-z0-9_-]{22}$'),
    PRIMARY KEY (report_id, link_kid, mark)
);
CREATE INDEX link_term_alike ON link_term (link_kid, mark);

-- What somebody said of two reports. It merges nothing, and is of their organisation only.
CREATE TABLE case_link (
    id           uuid PRIMARY KEY,
    organisation text        NOT NULL REFERENCES organisation,
    report_a     uuid        NOT NULL REFERENCES report_case,
    report_b     uuid        NOT NULL REFERENCES report_case,
    verdict      text        NOT NULL CHECK (verdict IN ('same', 'different')),
    said_by      uuid        NOT NULL REFERENCES person,
    said_at      timestamptz NOT NULL,
    ended_at     timestamptz,
    ended_by     uuid REFERENCES person,
    CHECK (report_a < report_b),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX one_verdict ON case_link (organisation, report_a, report_b) WHERE ended_at IS NULL;
CREATE INDEX case_link_of_a ON case_link (report_a);
CREATE INDEX case_link_of_b ON case_link (report_b);
