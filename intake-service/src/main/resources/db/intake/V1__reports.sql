-- No foreign keys on the way of an incoming message: one statement writes it all or nothing (RATIONALE.md).

-- A report and its thread: coded state only.
CREATE TABLE conversation (
    id              uuid        PRIMARY KEY,
    channel         text        NOT NULL,
    language        text        NOT NULL,
    language_reason text        NOT NULL,
    region          text        NOT NULL,
    rule            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('open', 'closed', 'shredded')),
    texts           text        NOT NULL CHECK (texts IN ('unknown', 'allowed', 'refused')),
    contact         text        NOT NULL CHECK (contact IN ('kept', 'none', 'erased')),
    opened_at       timestamptz NOT NULL,
    last_wrote_at   timestamptz NOT NULL,
    -- since when something lies here that nobody has fetched
    unread_since    timestamptz,
    proposed_link   uuid,
    shred_key       uuid        NOT NULL,
    -- when the key was deleted; a shredded report without it is still to be finished
    shredded_at     timestamptz,
    -- the last sequence on ovoz.reports.v1; whoever appends an event holds this row
    report_sequence bigint      NOT NULL
);

CREATE INDEX conversation_to_shred ON conversation (id) WHERE state = 'shredded' AND shredded_at IS NULL;

CREATE TABLE recipient (
    report_id    uuid NOT NULL,
    team         text NOT NULL,
    addressed_as text NOT NULL CHECK (addressed_as IN ('responsible', 'escalation', 'catch-all')),
    -- an escalation team that was let in once stays in
    served_at    timestamptz,
    PRIMARY KEY (report_id, team)
);

CREATE TABLE item (
    id        uuid        PRIMARY KEY,
    report_id uuid        NOT NULL,
    kind      text        NOT NULL CHECK (kind IN ('message', 'reply', 'note', 'contact')),
    at        timestamptz NOT NULL,
    jwe       text        NOT NULL
);
CREATE INDEX item_of_report ON item (report_id);

-- An item's key for one team, encrypted once more under the report's shred key.
CREATE TABLE item_grant (
    item_id   uuid NOT NULL,
    recipient text NOT NULL,
    report_id uuid NOT NULL,
    kid       text NOT NULL,
    jwe       text NOT NULL,
    PRIMARY KEY (item_id, recipient)
);
CREATE INDEX item_grant_of_report ON item_grant (report_id);

-- Which report a number is talking to, by HMAC under a key outside the database. Goes with the contact.
CREATE TABLE contact_index (
    lookup          text    PRIMARY KEY,
    report_id       uuid    NOT NULL,
    previous_report uuid,
    -- a refusal outlives the report it was said in
    refused         boolean NOT NULL
);
CREATE INDEX contact_index_of_report ON contact_index (report_id);

-- Ids of the carrier's messages, as HMACs: the same one makes no second row.
CREATE TABLE carrier_message (
    id_hmac     text        PRIMARY KEY,
    report_id   uuid        NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX carrier_message_by_time ON carrier_message USING brin (received_at);

-- What goes out and what became of it. Contact and relay grant stay, under the shred key, until used.
CREATE TABLE outgoing_text (
    id           uuid        PRIMARY KEY,
    report_id    uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('reply', 'immediate')),
    state        text        NOT NULL CHECK (state IN ('accepted', 'sending', 'sent', 'refused', 'failed', 'unknown', 'delivered')),
    reason       text,
    delivery     text,
    contact      text,
    relay_grant  text,
    relay_kid    text,
    carrier_hmac text,
    accepted_at  timestamptz NOT NULL,
    -- not to be sent before, unless by the process that accepted it
    due_at       timestamptz NOT NULL,
    sending_at   timestamptz,
    settled_at   timestamptz
);
CREATE UNIQUE INDEX one_immediate_answer ON outgoing_text (report_id) WHERE kind = 'immediate';
CREATE INDEX outgoing_text_of_report ON outgoing_text (report_id);
CREATE INDEX outgoing_text_under_way ON outgoing_text (state) WHERE state IN ('accepted', 'sending', 'unknown');

CREATE TABLE order_taken (
    jti       uuid        PRIMARY KEY,
    report_id uuid        NOT NULL,
    team      text        NOT NULL,
    action    text        NOT NULL,
    body_hash text        NOT NULL,
    jws       text        NOT NULL,
    status    integer     NOT NULL,
    outcome   text,
    at        timestamptz NOT NULL
);

-- Who did what to which report, in the transaction that did it.
CREATE TABLE audit (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    report_id uuid,
    actor     text        NOT NULL,
    action    text        NOT NULL,
    jti       uuid
);
CREATE INDEX audit_of_report ON audit (report_id);
