-- That somebody has a key in hand ----------------------------------------------------------------------------------------------
-- What was sealed to a key, as the SHA-256 of the answer. Each counts once, and for some minutes.
CREATE TABLE key_challenge (
    id      uuid PRIMARY KEY,
    person  uuid        NOT NULL REFERENCES person,
    -- RFC 7638, of the key that has to open it: the person's own or a recovery key
    kid     text        NOT NULL,
    answer  bytea       NOT NULL,
    made_at timestamptz NOT NULL
);
CREATE INDEX key_challenge_of_person ON key_challenge (person, made_at);

-- How old a team's keys are ------------------------------------------------------------------------------------------------------
-- When the record was first published that has the encryption key of today. Before this was kept: when the record was last changed.
ALTER TABLE team ADD COLUMN keys_since timestamptz;
UPDATE team SET keys_since = changed_at;
ALTER TABLE team ALTER COLUMN keys_since SET NOT NULL;

-- Founding a team ----------------------------------------------------------------------------------------------------------------
-- A team that an administrator has named, until the line has signed its first record. Nothing is addressed to it.
CREATE TABLE wanted_team (
    id           text PRIMARY KEY,
    organisation text        NOT NULL REFERENCES organisation,
    -- who makes its first keys
    founder      uuid        NOT NULL REFERENCES person,
    -- what its record shall say, but for its keys
    terms        text        NOT NULL,
    named_at     timestamptz NOT NULL
);
CREATE INDEX wanted_team_of_founder ON wanted_team (founder);

-- Its first keys, made in the founder's browser: the record they propose, and the private ones, sealed to the founder's key. Gone with that key.
CREATE TABLE team_founding (
    team        text PRIMARY KEY REFERENCES wanted_team ON DELETE CASCADE,
    jws         text        NOT NULL,
    founder     uuid        NOT NULL REFERENCES person_key ON DELETE CASCADE,
    -- as in team_key and admission
    jwe         text        NOT NULL,
    admission   text        NOT NULL,
    founded_at  timestamptz NOT NULL
);
