package org.ovoz.transport.inbox;

import java.time.Instant;
import java.util.UUID;

/** What people are shown of a parked event: ids and codes. */
public record ParkedEvent(
        UUID id, String topic, String key, long sequence, String type, String reason, Instant receivedAt) {}
