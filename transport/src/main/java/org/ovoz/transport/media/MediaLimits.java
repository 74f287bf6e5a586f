package org.ovoz.transport.media;

import java.time.Duration;
import java.util.Set;

/**
 * How far a fetch may go.
 *
 * @param largest bytes
 * @param within from the first request to the last byte
 * @param hosts to which the carrier may point, besides where its interface is
 */
public record MediaLimits(int largest, Duration within, Set<String> hosts) {

    public MediaLimits {
        hosts = Set.copyOf(hosts);
    }
}
