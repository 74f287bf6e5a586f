-- People's keys ----------------------------------------------------------------------------------------------------------------
-- What opens anything is kept wrapped, and unwrapped in its person's browser only: by words that they know, by a passkey, or by a device
-- with a PIN. Nothing here opens anything.
CREATE TABLE person_key (
    person     uuid PRIMARY KEY REFERENCES person,
    -- RFC 7638 thumbprint of the public key
    kid        text        NOT NULL UNIQUE,
    public_key text        NOT NULL,
    made_at    timestamptz NOT NULL
);

-- The private key under the six words or under a passkey.
CREATE TABLE key_wrap (
    id         uuid PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES person_key ON DELETE CASCADE,
    kind       text        NOT NULL CHECK (kind IN ('words', 'passkey')),
    jwe        text        NOT NULL,
    -- the passkey's id, which the browser has to be asked for
    credential text,
    made_at    timestamptz NOT NULL,
    CHECK ((kind = 'passkey') = (credential IS NOT NULL))
);
CREATE UNIQUE INDEX one_wrap_by_words ON key_wrap (person) WHERE kind = 'words';
CREATE INDEX key_wrap_of_person ON key_wrap (person);

-- A device opens with its PIN: what it holds and what is held here are of no use alone. After too many wrong PINs, both are void.
CREATE TABLE key_device (
    id         uuid PRIMARY KEY,
    person     uuid        NOT NULL REFERENCES person_key ON DELETE CASCADE,
    jwe        text        NOT NULL,
    -- SHA-256 of what the device makes of the right PIN
    proof      bytea       NOT NULL,
    -- null once it is locked
    share      bytea,
    wrong      integer     NOT NULL,
    made_at    timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX key_device_of_person ON key_device (person);

-- Teams' keys --------------------------------------------------------------------------------------------------------------------
-- RFC 7638, of a key in a team's signed record.
CREATE FUNCTION team_record_kid(record text, field text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN rtrim(translate(encode(sha256(convert_to(
    '{"crv":"P-256","kty":"EC","x":"' || (team_record(record) -> field ->> 'x')
        || '","y":"' || (team_record(record) -> field ->> 'y') || '"}', 'UTF8')), 'base64'), '+/', '-_'), '=');
ALTER TABLE team
    ADD COLUMN encryption_kid text NOT NULL GENERATED ALWAYS AS (team_record_kid(record, 'encryptionKey')) STORED,
    -- whether somebody's browser has ever kept the private ones here; a team of which nobody does any more is not forgotten
    ADD COLUMN keys_kept boolean NOT NULL DEFAULT false;

-- A team's private keys, sealed to a member's key by another one who holds them.
CREATE TABLE team_key (
    team        text        NOT NULL REFERENCES team,
    -- of the team's encryption key; earlier ones open what was sealed before a rotation
    kid         text        NOT NULL,
    person      uuid        NOT NULL REFERENCES person_key ON DELETE CASCADE,
    jwe         text        NOT NULL,
    given_by    uuid        NOT NULL REFERENCES person,
    given_at    timestamptz NOT NULL,
    PRIMARY KEY (team, kid, person)
);
CREATE INDEX team_key_of_person ON team_key (person);

-- That a member's key was compared by another way, signed with the team's order key of the same version: the desk cannot write one.
CREATE TABLE admission (
    team   text NOT NULL REFERENCES team,
    -- as in team_key
    kid    text NOT NULL,
    person uuid NOT NULL REFERENCES person_key ON DELETE CASCADE,
    jws    text NOT NULL,
    PRIMARY KEY (team, kid, person)
);

-- A key that an organisation falls back on when its people have lost theirs. Its private half exists on paper only, in shares. There may be
-- several, of holders of different teams.
CREATE TABLE recovery_key (
    -- RFC 7638
    kid          text PRIMARY KEY,
    organisation text        NOT NULL REFERENCES organisation,
    public_key   text        NOT NULL,
    -- how many shares there are, and how many bring the key back
    shares       integer     NOT NULL CHECK (shares BETWEEN 2 AND 16),
    needed       integer     NOT NULL CHECK (needed BETWEEN 2 AND shares),
    made_by      uuid        NOT NULL REFERENCES person,
    made_at      timestamptz NOT NULL,
    -- when somebody last showed that the shares bring it back
    drilled_at   timestamptz
);
CREATE INDEX recovery_key_of_organisation ON recovery_key (organisation);

-- A team's private keys, sealed to that key, and that a holder of the team vouched for it.
CREATE TABLE recovery_package (
    recovery_kid text NOT NULL REFERENCES recovery_key ON DELETE CASCADE,
    team         text NOT NULL REFERENCES team,
    kid          text NOT NULL,
    jwe          text NOT NULL,
    admission    text NOT NULL,
    PRIMARY KEY (recovery_kid, team, kid)
);
CREATE INDEX recovery_package_of_team ON recovery_package (team, kid);

-- New keys of a team, proposed by one who holds those of today and signed with them; void until the line's administrator signs the record.
CREATE TABLE team_proposal (
    team        text PRIMARY KEY REFERENCES team,
    jws         text        NOT NULL,
    proposed_by uuid        NOT NULL REFERENCES person,
    proposed_at timestamptz NOT NULL
);

-- Who said that a report does not open for them. Until they have opened it all the same, nobody asks them again.
CREATE TABLE cannot_open (
    report_id uuid        NOT NULL REFERENCES report_case,
    person    uuid        NOT NULL REFERENCES person,
    at        timestamptz NOT NULL,
    PRIMARY KEY (report_id, person)
);
