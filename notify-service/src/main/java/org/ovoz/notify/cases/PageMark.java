package org.ovoz.notify.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.notify.problem.Problems;

/**
 * Where a page of a list ends and the next one begins. Whoever reads page after page gets every case that does not move meanwhile; what
 * moves is told on the live stream.
 *
 * @param at what the list is sorted by
 */
record PageMark(Instant at, UUID id) {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /** What has no time sorts here. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static final PageMark FIRST = new PageMark(Instant.EPOCH, LOWEST);
    static final PageMark LAST = new PageMark(NEVER, HIGHEST);

    /** Fails with 400 for what is no mark of ours. */
    static PageMark parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new PageMark(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problems.badRequest();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
