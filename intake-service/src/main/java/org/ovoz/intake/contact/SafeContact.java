package org.ovoz.intake.contact;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeHours;

/**
 * What the reporter allows (DESIGN 6). A text from the phone may tighten it, and may loosen only its own channel; a refusal is not
 * lifted by a text, since whoever holds the phone may not be the one who refused. Nor does a responder's order lift what the phone
 * refused.
 *
 * @param phone what the phone itself said
 * @param terms what a responder recorded; absent if nobody has
 */
public record SafeContact(
        TextsAllowed phone, boolean erased, @Nullable ContactTerms terms) {

    public static final SafeContact UNKNOWN = new SafeContact(TextsAllowed.UNKNOWN, false);

    public SafeContact(TextsAllowed phone, boolean erased) {
        this(phone, erased, null);
    }

    /** As rows have it. */
    public static SafeContact of(String texts, String contact, @Nullable String terms) {
        return new SafeContact(
                TextsAllowed.valueOf(texts.toUpperCase(Locale.ROOT)),
                !"kept".equals(contact),
                terms == null ? null : Json.read(terms, ContactTerms.class));
    }

    /** What holds for texts. */
    public TextsAllowed texts() {
        TextsAllowed recorded = terms == null ? TextsAllowed.UNKNOWN : terms.texts();
        return phone == TextsAllowed.REFUSED || recorded == TextsAllowed.UNKNOWN ? phone : recorded;
    }

    /** After this whole-message word came from the phone. */
    public SafeContact after(Keyword keyword) {
        return switch (keyword) {
            case TEXT_ME -> phone == TextsAllowed.UNKNOWN ? withPhone(TextsAllowed.ALLOWED) : this;
            case STOP -> withPhone(TextsAllowed.REFUSED);
            case HELP -> this;
        };
    }

    public SafeContact withPhone(TextsAllowed said) {
        return new SafeContact(said, erased, terms);
    }

    public SafeContact withTerms(ContactTerms recorded) {
        return new SafeContact(phone, erased, recorded);
    }

    public boolean isSafeAt(Instant time) {
        return hours().map(hours -> SafeWindows.holds(hours, time)).orElse(true);
    }

    /** The first safe moment from then on. */
    public Instant safeFrom(Instant time) {
        return hours().map(hours -> SafeWindows.next(hours, time).from()).orElse(time);
    }

    /** Empty: at any time. */
    public Optional<SafeHours> hours() {
        return Optional.ofNullable(terms).map(ContactTerms::hours);
    }
}
