package org.ovoz.intake.attachment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.transport.media.MediaId;

/**
 * Something that came with a text, as the carrier named it. Never stored but under the report's shred key, and never printed.
 *
 * @param message absent, like {@code media}, where what was named is nothing of the carrier's
 * @param label what the carrier says it is; only words of a closed list are kept
 */
public record MediaSource(
        @Nullable String message, @Nullable String media, String label) {

    private static final String OTHER = "other";

    private static final Set<String> LABELS = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "image/heic",
            "audio/amr",
            "audio/3gpp",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "audio/wav",
            "audio/aac");

    public static MediaSource of(Optional<MediaId> id, String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new MediaSource(
                id.map(MediaId::message).orElse(null),
                id.map(MediaId::media).orElse(null),
                LABELS.contains(type) ? type : OTHER);
    }

    Optional<MediaId> id() {
        return message == null || media == null ? Optional.empty() : Optional.of(new MediaId(message, media));
    }

    public String json() {
        return Json.write(this);
    }

    static MediaSource ofJson(String json) {
        return Json.read(json, MediaSource.class);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
