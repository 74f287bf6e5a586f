package org.ovoz.transport.media;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the carrier may point to with what it keeps for us: back to itself, or by TLS to a host that is named in the configuration.
 * Everything else, an address inside of our own network above all, is not asked.
 */
final class RedirectRule {

    private final URI carrier;
    private final Set<String> hosts;

    RedirectRule(URI carrier, Set<String> hosts) {
        this.carrier = carrier;
        this.hosts = hosts;
    }

    /** Empty if it must not be followed. */
    Optional<URI> follow(URI from, String location) {
        try {
            URI to = from.resolve(location);
            boolean isPlain = to.getRawUserInfo() == null && to.getHost() != null && to.getScheme() != null;
            return isPlain && (isCarrier(to) || isNamed(to)) ? Optional.of(to) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isCarrier(URI to) {
        return to.getScheme().equalsIgnoreCase(carrier.getScheme())
                && to.getHost().equalsIgnoreCase(carrier.getHost())
                && to.getPort() == carrier.getPort();
    }

    private boolean isNamed(URI to) {
        return "https".equalsIgnoreCase(to.getScheme())
                && (to.getPort() == -1 || to.getPort() == 443)
                && hosts.contains(to.getHost().toLowerCase(Locale.ROOT));
    }
}
