package org.ovoz.transport.carrier;

import java.net.URI;
import java.time.Duration;

/**
 * A call to place. Its two addresses carry no personal data in their paths.
 *
 * @param script where the carrier asks what to say once somebody answers; it then tells whether a machine did
 * @param statusCallback where the carrier tells that it was answered and that it is over
 * @param rings how long to let it ring; whole seconds
 */
public record OutgoingCall(PhoneNumber from, PhoneNumber to, URI script, URI statusCallback, Duration rings) {

    @Override
    public String toString() {
        return "OutgoingCall[REDACTED]";
    }
}
