package org.ovoz.local.carrier.calls;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;

/** A Call resource, and what the phone at its end hears. Used on the event loop only. */
final class Call {
    final String sid;
    final Parties parties;
    final Wishes wishes;
    final Instant created;
    final JsonArray heard = new JsonArray();
    private String status;
    private Instant updated;
    private @Nullable Instant started;
    private @Nullable Instant ended;
    private int sequence;
    private String listening = "";

    Call(String sid, Parties parties, Wishes wishes, String status, Instant now) {
        this.sid = sid;
        this.parties = parties;
        this.wishes = wishes;
        this.status = status;
        this.created = now;
        this.updated = now;
    }

    String status() {
        return status;
    }

    Instant updated() {
        return updated;
    }

    @Nullable
    Instant started() {
        return started;
    }

    @Nullable
    Instant ended() {
        return ended;
    }

    int nextSequence() {
        return sequence++;
    }

    boolean isOver() {
        return ended != null;
    }

    boolean is(String expected) {
        return status.equals(expected);
    }

    void becomes(String next, Instant now) {
        status = next;
        updated = now;
        switch (next) {
            case "in-progress" -> started = now;
            case "completed", "busy", "failed", "no-answer", "canceled" -> {
                ended = now;
                listening = "";
            }
            default -> {}
        }
    }

    long seconds() {
        return started == null || ended == null
                ? 0
                : Math.max(1, Duration.between(started, ended).plusMillis(999).toSeconds());
    }

    /** What the phone hears, for the page: {@code say}, {@code play}, {@code note}, {@code press}. */
    void hears(String kind, String what, Instant now) {
        heard.add(new JsonObject().put("kind", kind).put("text", what).put("at", now.toString()));
    }

    /** What the carrier waits for: {@code digits}, {@code recording} or nothing. */
    void listensFor(String what) {
        listening = what;
    }

    JsonObject asSeenBy(String phone) {
        return new JsonObject()
                .put("sid", sid)
                .put("peer", parties.inbound() ? parties.to() : parties.from())
                .put("direction", parties.inbound() ? "outgoing" : "incoming")
                .put("status", status)
                .put("at", created.toString())
                .put("listening", listening)
                .put("heard", heard.copy())
                .put("phone", phone);
    }

    /**
     * Who calls whom.
     *
     * @param phone the phone at the end that is not the carrier's, whatever number it shows
     */
    record Parties(Account account, String from, String to, String phone, boolean inbound) {
        String direction() {
            return inbound ? "inbound" : "outbound-api";
        }
    }

    /** What the customer asked for with the call. */
    record Wishes(
            @Nullable String url,
            boolean post,
            @Nullable String twiml,
            @Nullable String statusCallback,
            Set<String> statusEvents,
            int ringSeconds,
            boolean detectsMachines) {}
}
