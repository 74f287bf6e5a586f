package org.ovoz.local.journeys.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.ovoz.local.journeys.phones.SignedWebhook;

/** A webhook as the bytes that go over the wire, made before the measuring so that it costs nothing then. */
record RawRequest(byte[] bytes) {

    static RawRequest of(SignedWebhook webhook) {
        URI url = webhook.url();
        byte[] form = webhook.form().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                        + "\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nX-Twilio-Signature: "
                        + webhook.signature() + "\r\nContent-Length: " + form.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + form.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(form, 0, all, head.length, form.length);
        return new RawRequest(all);
    }
}
