-- A picture or a sound is an item, too; its bytes are chunks under the item's key. They are random to everybody here, so nothing is compressed.
ALTER TABLE item
    DROP CONSTRAINT item_kind_check,
    ADD CONSTRAINT item_kind_check CHECK (kind IN ('message', 'reply', 'note', 'contact', 'triage', 'attachment'));

CREATE TABLE item_chunk (
    item_id   uuid    NOT NULL,
    idx       integer NOT NULL,
    report_id uuid    NOT NULL,
    jwe       text    NOT NULL,
    PRIMARY KEY (item_id, idx)
);
ALTER TABLE item_chunk ALTER COLUMN jwe SET STORAGE EXTERNAL;
CREATE INDEX item_chunk_of_report ON item_chunk (report_id);

-- What came with a text and is still at the carrier.
CREATE TABLE media (
    -- of the item that it becomes, so that it becomes no second one
    id         uuid        PRIMARY KEY,
    report_id  uuid        NOT NULL,
    message_id uuid        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('wanted', 'stored', 'deleted', 'failed', 'left')),
    -- the carrier's ids, under the report's shred key; gone once nothing is to be asked any more
    source     text,
    wanted_at  timestamptz NOT NULL,
    -- when somebody looks after it; whoever does puts it off. Nobody, once it is settled
    due_at     timestamptz,
    tries      integer     NOT NULL
);
CREATE INDEX media_of_report ON media (report_id);
CREATE INDEX media_due ON media (due_at) WHERE due_at IS NOT NULL;
