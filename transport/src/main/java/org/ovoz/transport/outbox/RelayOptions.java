package org.ovoz.transport.outbox;

import java.net.URI;
import java.time.Duration;

/**
 * @param source who writes these events ({@code ce_source})
 * @param grace how old an unpublished row must be before the sweeper takes it for left behind
 * @param sweepEvery how long the sweeper rests between two looks
 * @param sweepSize rows per look; a full look is followed by the next at once
 * @param queueSize committed events that may wait for the relay's thread; what does not fit is left to the sweeper
 */
public record RelayOptions(URI source, Duration grace, Duration sweepEvery, int sweepSize, int queueSize) {

    public static RelayOptions of(URI source) {
        return new RelayOptions(source, Duration.ofSeconds(3), Duration.ofSeconds(1), 500, 10_000);
    }
}
