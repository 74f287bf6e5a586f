package org.ovoz.local.carrier.phones;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * One text as a phone shows it.
 *
 * @param id the carrier's MessageSid
 * @param peer the other number
 * @param status of a text that the phone sent: {@code sent}, then {@code delivered} once somebody took it, {@code failed}
 *     when the application at the other end did not, {@code undelivered} when there is no such number; of one that it
 *     received, {@code received}; of one that never reached it, the carrier's error code
 * @param media how many pictures or sounds are with it
 */
public record PhoneText(
        String id,
        Direction direction,
        String peer,
        String text,
        String encoding,
        int segments,
        Instant at,
        String status,
        int media) {

    /** Seen from the phone. A missed text is none that its owner knows of; its words are not kept. */
    public enum Direction {
        SENT,
        RECEIVED,
        MISSED
    }

    PhoneText withStatus(String other) {
        return new PhoneText(id, direction, peer, text, encoding, segments, at, other, media);
    }

    public JsonObject toJson() {
        return new JsonObject()
                .put("id", id)
                .put("direction", direction.name().toLowerCase(java.util.Locale.ROOT))
                .put("peer", peer)
                .put("text", text)
                .put("encoding", encoding)
                .put("segments", segments)
                .put("at", at.toString())
                .put("status", status)
                .put("media", media);
    }

    static PhoneText fromJson(JsonObject json) {
        return new PhoneText(
                json.getString("id"),
                Direction.valueOf(json.getString("direction").toUpperCase(java.util.Locale.ROOT)),
                json.getString("peer"),
                json.getString("text"),
                json.getString("encoding"),
                json.getInteger("segments"),
                Instant.parse(json.getString("at")),
                json.getString("status"),
                json.getInteger("media", 0));
    }
}
