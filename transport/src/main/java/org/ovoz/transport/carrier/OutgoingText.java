package org.ovoz.transport.carrier;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** @param statusCallback where the carrier tells what became of it; carries no personal data in its path */
public record OutgoingText(
        PhoneNumber from,
        PhoneNumber to,
        String body,
        @Nullable URI statusCallback) {

    @Override
    public String toString() {
        return "OutgoingText[REDACTED]";
    }
}
