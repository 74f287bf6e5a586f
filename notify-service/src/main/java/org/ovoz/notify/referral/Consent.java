package org.ovoz.notify.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The day on which the person said yes. Without one there was no yes; a day that has begun nowhere yet is none. */
public final class Consent {

    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private Consent() {}

    public static boolean given(@Nullable LocalDate on, Instant now) {
        return on != null && !on.isAfter(LocalDate.ofInstant(now, EARLIEST));
    }
}
