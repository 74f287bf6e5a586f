package org.ovoz.local.journeys.desk;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.ovoz.contracts.order.Orders;

/** A verifier and its S256 challenge (RFC 7636). */
record Pkce(String verifier, String challenge) {

    static Pkce fresh() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String verifier = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Pkce(verifier, Orders.bodyHash(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
