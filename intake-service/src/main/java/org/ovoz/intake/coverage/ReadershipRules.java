package org.ovoz.intake.coverage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.coverage.LanguageCoverage;

/** What a statement of the desk still says at a later moment. In doubt it says nothing: a promise that is not kept costs more than none. */
final class ReadershipRules {

    private ReadershipRules() {}

    static Readership at(Instant now, LanguageCoverage said, Duration believedFor) {
        boolean isOver = said.until() != null && !now.isBefore(said.until());
        if (now.isAfter(said.at().plus(believedFor)) || isOver) {
            return new Readership.Unknown();
        }
        @Nullable Instant from = said.nextFrom();
        if (said.readNow()) {
            return new Readership.Now(said.until());
        }
        return from == null || isReached(now, from) ? new Readership.Unknown() : new Readership.Next(from);
    }

    /** Whoever was to begin then may not have checked in: only the desk's next word says so. */
    private static boolean isReached(Instant now, Instant from) {
        return !now.isBefore(from);
    }
}
