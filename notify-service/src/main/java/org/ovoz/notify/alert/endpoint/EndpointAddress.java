package org.ovoz.notify.alert.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be posted to: https, out there, and nothing else, so that nobody reaches by the desk what is inside of its network. The
 * name is resolved here and the connection goes to what was checked: a name that is resolved twice can mean two things.
 */
@ApplicationScoped
public class EndpointAddress {

    public static final int LONGEST = 2048;

    private final boolean localAllowed;

    EndpointAddress(EndpointSettings settings) {
        this.localAllowed = settings.localAllowed();
    }

    /** Empty for what could never be posted to, whatever its name means at the time. */
    public Optional<URI> of(String url) {
        try {
            return Optional.of(url)
                    .filter(text -> text.length() <= LONGEST
                            && StandardCharsets.US_ASCII.newEncoder().canEncode(text))
                    .map(URI::create)
                    .filter(this::isOneToPostTo);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private boolean isOneToPostTo(URI url) {
        return ("https".equals(url.getScheme()) || (localAllowed && "http".equals(url.getScheme())))
                && url.getHost() != null
                && url.getUserInfo() == null
                && url.getFragment() == null;
    }

    /** Blocks. Null when one of the addresses that the name stands for is not to be posted to. */
    @Nullable
    InetAddress resolve(URI url) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        boolean allowed = localAllowed || Stream.of(addresses).allMatch(PublicAddresses::contain);
        return allowed ? addresses[0] : null;
    }
}
