package org.ovoz.intake.setting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeHours;
import org.ovoz.contracts.contact.SafeSpan;

/** What a person says on how they may be reached, as seen from now. */
public final class Hours {

    private Hours() {}

    /** On the full minute, so many minutes from now. */
    public static Instant in(int minutes) {
        return MovableClock.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(minutes));
    }

    /** Texts are safe once a week, from that time on for so many minutes. */
    public static ContactTerms weekly(Instant from, int minutes) {
        return yes(of(List.of(from), minutes));
    }

    /** On that day of the week and on the next one. */
    public static ContactTerms onTwoDays(Instant from, int minutes) {
        return yes(of(List.of(from, from.plus(Duration.ofDays(1))), minutes));
    }

    public static ContactTerms yes(@Nullable SafeHours hours) {
        return new ContactTerms(TextsAllowed.ALLOWED, false, false, hours);
    }

    private static SafeHours of(List<Instant> starts, int minutes) {
        return new SafeHours(
                ZoneId.of("UTC"),
                starts.stream().map(start -> span(start, minutes)).toList());
    }

    private static SafeSpan span(Instant start, int minutes) {
        LocalDateTime from = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        return new SafeSpan(
                from.getDayOfWeek().getValue(),
                from.toLocalTime(),
                from.plusMinutes(minutes).toLocalTime());
    }
}
