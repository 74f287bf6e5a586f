-- The events that told of canaries are what finds them again.
CREATE INDEX outbox_canaries ON outbox (occurred_at) WHERE type = 'org.ovoz.CanaryReceived.v1';
