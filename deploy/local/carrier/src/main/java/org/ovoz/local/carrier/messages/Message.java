package org.ovoz.local.carrier.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.texts.Segments;

/** A Message resource. Used on the event loop only. */
final class Message {
    final String sid;
    final Account account;
    final String from;
    final String to;
    final String direction;
    final Segments segments;
    final Instant created;
    final @Nullable String statusCallback;
    /** What came with it, as it came; deleting one does not change that. */
    int media;

    private String body;
    private String status;
    private Instant updated;
    private @Nullable Instant sent;
    private @Nullable Integer errorCode;

    Message(String sid, Envelope envelope, String direction, String status, Instant now) {
        this.sid = sid;
        this.account = envelope.account();
        this.from = envelope.from();
        this.to = envelope.to();
        this.body = envelope.body();
        this.statusCallback = envelope.statusCallback();
        this.direction = direction;
        this.segments = Segments.of(envelope.body());
        this.status = status;
        this.created = now;
        this.updated = now;
        this.sent = direction.equals("inbound") ? now : null;
    }

    String body() {
        return body;
    }

    String status() {
        return status;
    }

    Instant updated() {
        return updated;
    }

    @Nullable
    Instant sent() {
        return sent;
    }

    @Nullable
    Integer errorCode() {
        return errorCode;
    }

    boolean isFinal() {
        return switch (status) {
            case "delivered", "undelivered", "failed", "received", "canceled" -> true;
            default -> false;
        };
    }

    void becomes(String next, @Nullable Integer code, Instant now) {
        status = next;
        errorCode = code;
        updated = now;
        if (next.equals("sent")) {
            sent = now;
        }
    }

    void redact(Instant now) {
        body = "";
        updated = now;
    }

    /** Who says what to whom. */
    record Envelope(
            Account account,
            String from,
            String to,
            String body,
            @Nullable String statusCallback) {}
}
