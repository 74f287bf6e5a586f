-- What a responder recorded of the person's word, as JSON: codes and times only. What the phone itself said stays in `texts`.
ALTER TABLE conversation ADD COLUMN terms text;

-- A reply may wait for a safe hour. It keeps its contact and relay grant until then, under the shred key.
ALTER TABLE outgoing_text
    DROP CONSTRAINT outgoing_text_state_check,
    ADD CONSTRAINT outgoing_text_state_check
        CHECK (state IN ('accepted', 'sending', 'sent', 'refused', 'failed', 'unknown', 'delivered', 'withdrawn')),
    -- whose order it was; of earlier rows nobody knows
    ADD COLUMN team       text,
    ADD COLUMN not_before timestamptz,
    ADD COLUMN expires_at timestamptz,
    -- the safe moment that it waits for; due_at may be earlier, to look again, or later, after an attempt that failed
    ADD COLUMN goes_at    timestamptz,
    ADD CONSTRAINT outgoing_text_waits CHECK ((not_before IS NULL) = (expires_at IS NULL) AND (goes_at IS NULL) = (expires_at IS NULL));
