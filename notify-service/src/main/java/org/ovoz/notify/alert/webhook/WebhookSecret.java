package org.ovoz.notify.alert.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a webhook's receiver knows the desk by. Shown once, when it is made. */
record WebhookSecret(byte[] bytes) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    static WebhookSecret next() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /** As Standard Webhooks write it: {@code whsec_} and base64. */
    String shown() {
        return Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** @param at seconds since 1970 */
    String sign(String id, long at, String body) {
        try {
            return new Webhook(bytes).sign(id, at, body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing");
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
