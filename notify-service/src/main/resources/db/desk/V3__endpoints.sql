-- What is needed to alert a browser (RFC 8291) or a system (Standard Webhooks) ------------------------------------------------
ALTER TABLE endpoint
    -- the browser's public key and secret
    ADD COLUMN p256dh           bytea CHECK (length(p256dh) = 65),
    ADD COLUMN auth             bytea CHECK (length(auth) = 16),
    -- what the system knows an alert by; while rotating, the one before signs along
    ADD COLUMN secret           bytea,
    ADD COLUMN old_secret       bytea,
    ADD COLUMN old_secret_until timestamptz,
    ADD CHECK (gone_at IS NOT NULL OR kind <> 'push' OR (p256dh IS NOT NULL AND auth IS NOT NULL)),
    ADD CHECK (gone_at IS NOT NULL OR kind <> 'webhook' OR secret IS NOT NULL),
    ADD CHECK ((old_secret IS NULL) = (old_secret_until IS NULL));

-- A browser has one subscription; whoever signed in there last is alerted by it.
CREATE UNIQUE INDEX one_subscription ON endpoint (url) WHERE kind = 'push' AND gone_at IS NULL;
