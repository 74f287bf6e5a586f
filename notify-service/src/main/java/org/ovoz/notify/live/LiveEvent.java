package org.ovoz.notify.live;

import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.live.log.StreamPosition;

/**
 * One event of a live stream.
 *
 * @param id where its reader stands after it; none when more of the same belongs to it
 * @param data JSON; none for a comment
 */
record LiveEvent(
        String name, @Nullable StreamPosition id, @Nullable String data) {

    static LiveEvent ofCase(String json, @Nullable StreamPosition id) {
        return new LiveEvent("case", id, json);
    }

    /** A case that is not for this reader any more: take it away. */
    static LiveEvent gone(ReportId report, @Nullable StreamPosition id) {
        return new LiveEvent("gone", id, "{\"id\":\"" + report + "\"}");
    }

    /** What is shown may be out of date: load it anew. */
    static LiveEvent reset(StreamPosition id) {
        return new LiveEvent("reset", id, "{}");
    }

    static LiveEvent comment(String words, @Nullable StreamPosition id) {
        return new LiveEvent(words, id, null);
    }
}
