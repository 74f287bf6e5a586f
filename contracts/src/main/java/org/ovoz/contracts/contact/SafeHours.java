package org.ovoz.contracts.contact;

import java.time.ZoneId;
import java.util.List;

/**
 * When the person may be reached, week by week.
 *
 * @param zone an IANA time zone: where the person is
 * @param spans at least one; no more than three a day
 */
public record SafeHours(ZoneId zone, List<SafeSpan> spans) {

    private static final int MOST = 21;

    public SafeHours {
        if (!ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw new IllegalArgumentException("no such zone");
        }
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.size() > MOST) {
            throw new IllegalArgumentException("between one and " + MOST + " spans");
        }
    }
}
