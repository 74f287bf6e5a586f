package org.ovoz.notify.coverage.map;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which gaps coordinators have to be told of, once each, and which notices are over.
 *
 * @param raise begin soon, or have begun, and no notice is about them
 * @param end subjects of notices whose gap was filled or has passed
 */
public record GapNotices(List<Gap> raise, List<String> end) {

    /** @param open the subjects of notices that are not over */
    public static GapNotices settle(List<Gap> gaps, Set<String> open, Instant from, Instant now, Duration ahead) {
        return new GapNotices(
                gaps.stream()
                        .filter(gap -> !gap.begins().isAfter(now.plus(ahead)))
                        .filter(gap -> open.stream().noneMatch(subject -> gap.isAbout(subject, from)))
                        .toList(),
                open.stream()
                        .filter(subject -> gaps.stream().noneMatch(gap -> gap.isAbout(subject, from)))
                        .sorted()
                        .toList());
    }
}
