package org.ovoz.local.journeys.phones;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** A text as the carrier posts it: the form and its {@code X-Twilio-Signature}, HMAC-SHA1 over the URL and the fields by name. */
public record SignedWebhook(URI url, String form, String signature) {
    private static final String ALGORITHM = "HmacSHA1";

    /** @param message the carrier's id of the text */
    public static SignedWebhook of(String message, String from, String body, Stack stack) {
        return signedWith(stack.carrierToken(), message, from, body, stack);
    }

    /** Somebody else's, who has another token. */
    public static SignedWebhook signedWith(String token, String message, String from, String body, Stack stack) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "MessageSid",
                message,
                "SmsSid",
                message,
                "SmsMessageSid",
                message,
                "AccountSid",
                stack.carrierAccount(),
                "From",
                from,
                "To",
                stack.hotline(),
                "Body",
                body,
                "NumMedia",
                "0",
                "SmsStatus",
                "received",
                "ApiVersion",
                "2010-04-01"));
        URI url = URI.create(stack.intake() + "/twilio/sms");
        return new SignedWebhook(url, Web.query(fields), sign(token, url, fields));
    }

    private static String sign(String token, URI url, Map<String, String> fields) {
        StringBuilder signed = new StringBuilder(url.toString());
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
