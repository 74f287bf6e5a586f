package org.ovoz.notify.shift.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.shift.duty.MyDuties;

/**
 * Duties as RFC 5545 has them: times in UTC, which every program shows by its own clock. A calendar lies open on phones and is synchronised
 * through other people's servers, so it says "Duty", and what the person's own alerts say; no team, organisation, language or product.
 */
final class WriteCalendar {

    private static final String PRODUCT = "-//Duty//EN";
    private static final String DUTY = "Duty";

    /** The library takes a calendar without events for a mistake; somebody without duties has one. */
    private static final boolean UNCHECKED = false;

    private WriteCalendar() {}

    /** @param cover the person's own wording, with {@code {}} where an alert has its code */
    static String write(List<MyDuties.Duty> duties, @Nullable String cover, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        duties.forEach(duty -> calendar.add(toEvent(duty, cover, now)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(UNCHECKED).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent toEvent(MyDuties.Duty duty, @Nullable String cover, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(duty.id().toString()));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(duty.from()));
        event.add(new DtEnd<>(duty.until()));
        event.add(new Summary(DUTY));
        if (cover != null) {
            event.add(new Description(cover.replace("{}", AlertText.CHECK_IN)));
        }
        return event;
    }
}
