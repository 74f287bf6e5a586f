package org.ovoz.notify.alert.carrier;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.carrier.WebhookCheck;
import org.ovoz.transport.carrier.WebhookForm;
import org.ovoz.transport.carrier.WebhookSignature;

/** What the carrier posts. Signed, or refused. */
@ApplicationScoped
public class SignedForms {

    private final WebhookSignature signature;

    SignedForms(WebhookSignature signature) {
        this.signature = signature;
    }

    /** Fails with 403 for what the carrier did not sign, with 400 for what is no form. */
    public WebhookForm read(HttpServerRequest request, byte[] body, @Nullable String signed) {
        return switch (signature.check(request.uri(), body, signed)) {
            case WebhookCheck.Genuine(WebhookForm form) -> form;
            case WebhookCheck.Unsigned() -> throw Problems.unsigned();
            case WebhookCheck.Forged() -> throw Problems.unsigned();
            case WebhookCheck.Unreadable() -> throw Problems.badRequest();
        };
    }
}
