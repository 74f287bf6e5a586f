-- What responders found out is an item, too.
ALTER TABLE item
    DROP CONSTRAINT item_kind_check,
    ADD CONSTRAINT item_kind_check CHECK (kind IN ('message', 'reply', 'note', 'contact', 'triage'));
