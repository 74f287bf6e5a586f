package org.ovoz.intake.channel.twilio;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.intake.edge.Problems;
import org.ovoz.transport.carrier.WebhookCheck;
import org.ovoz.transport.carrier.WebhookForm;
import org.ovoz.transport.carrier.WebhookSignature;

/** What every webhook of the carrier passes before anything in it is believed. */
@Singleton
public class Webhook {

    public static final String SIGNATURE = "X-Twilio-Signature";

    private static final Logger LOG = Logger.getLogger(Webhook.class);

    private final WebhookSignature signature;
    private final int maxBody;

    Webhook(WebhookSignature signature, TwilioConfig config) {
        this.signature = signature;
        this.maxBody = config.maxBody();
    }

    /**
     * @param path as the carrier was told it, without the public base
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is not the carrier's, or cannot be read. What is refused so is still in
     *     the carrier's own log.
     */
    public WebhookForm read(String path, byte[] body, @Nullable String signed) {
        if (body.length > maxBody) {
            throw Problems.of(413, "too-large", "The request is too large");
        }
        return switch (signature.check(path, body, signed)) {
            case WebhookCheck.Genuine(WebhookForm form) -> form;
            case WebhookCheck.Unsigned() -> throw Problems.of(403, "unsigned", "The request is not signed");
            case WebhookCheck.Forged() -> {
                LOG.warnf("a webhook at %s is not signed by the carrier", path);
                throw Problems.of(403, "bad-signature", "The signature does not fit");
            }
            case WebhookCheck.Unreadable() -> throw Problems.of(400, "unreadable", "The form cannot be read");
        };
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming the field, never what was in the others */
    public static String required(WebhookForm form, String field) {
        return form.value(field)
                .orElseThrow(() -> Problems.of(400, "missing-field", "The field " + field + " is missing"));
    }
}
