package org.ovoz.transport.carrier;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks who called. The address is built from the configured public base, never from what the caller says of itself; the body is read
 * as a form whatever its content type says.
 */
public final class WebhookSignature {

    private final String publicBase;
    private final List<RequestValidator> validators;

    /** @param tokens the current one, and while rotating the old one */
    public WebhookSignature(URI publicUrl, List<AuthToken> tokens) {
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("without a token nothing can be checked");
        }
        this.publicBase = publicUrl.toString().replaceAll("/+$", "");
        this.validators = tokens.stream()
                .map(token -> new RequestValidator(token.value()))
                .toList();
    }

    /**
     * @param pathAndQuery as requested, from the first slash on
     * @param body the raw bytes
     * @param signature the header {@code X-Twilio-Signature}, if there was one
     */
    public WebhookCheck check(String pathAndQuery, byte[] body, @Nullable String signature) {
        if (signature == null || signature.isBlank()) {
            return new WebhookCheck.Unsigned();
        }
        Optional<Map<String, String>> form = FormBody.parse(body);
        if (form.isEmpty()) {
            return new WebhookCheck.Unreadable();
        }
        return isSigned(publicBase + pathAndQuery, form.get(), signature)
                ? new WebhookCheck.Genuine(new WebhookForm(form.get()))
                : new WebhookCheck.Forged();
    }

    /** Every token is tried, so the time tells nothing of which one fits. */
    private boolean isSigned(String url, Map<String, String> form, String signature) {
        boolean signed = false;
        for (RequestValidator validator : validators) {
            signed |= validator.validate(url, form, signature);
        }
        return signed;
    }
}
