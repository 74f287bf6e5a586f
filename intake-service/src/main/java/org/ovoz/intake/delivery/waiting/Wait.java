package org.ovoz.intake.delivery.waiting;

import java.time.Instant;

/**
 * How long a reply waits.
 *
 * @param notBefore from then on it goes out at the first safe moment
 * @param expiresAt from then on it does not go out any more
 */
public record Wait(Instant notBefore, Instant expiresAt) {}
