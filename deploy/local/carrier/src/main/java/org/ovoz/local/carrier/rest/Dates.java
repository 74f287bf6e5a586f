package org.ovoz.local.carrier.rest;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates in bodies (RFC 2822) and in list filters (a day or a moment, all bounds inclusive; UTC when no offset is given, which is how the SDK writes it). */
public final class Dates {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    public static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : RFC_2822.format(moment);
    }

    /** Whether the moment passes the filters {@code name}, {@code name>} and {@code name<} of a query. */
    public static boolean within(MultiMap query, String name, @Nullable Instant moment) {
        String on = query.get(name);
        String from = query.get(name + ">");
        String until = query.get(name + "<");
        if (on == null && from == null && until == null) {
            return true;
        }
        return moment != null
                && (on == null || (!moment.isBefore(earliest(on)) && !moment.isAfter(latest(on))))
                && (from == null || !moment.isBefore(earliest(from)))
                && (until == null || !moment.isAfter(latest(until)));
    }

    private static Instant earliest(String text) {
        return isDay(text) ? day(text).atStartOfDay(ZoneOffset.UTC).toInstant() : moment(text);
    }

    private static Instant latest(String text) {
        return isDay(text)
                ? day(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1)
                : moment(text);
    }

    private static boolean isDay(String text) {
        return text.length() == 10;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadDate(text);
        }
    }

    private static Instant moment(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadDate(text);
        }
    }

    /** A filter that is no date: the request is answered 400 with code 20001. */
    public static final class BadDate extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadDate(String text) {
            super("Invalid date: " + text);
        }
    }
}
