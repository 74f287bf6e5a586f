package org.ovoz.intake.contact;

import org.ovoz.contracts.TextsAllowed;

/**
 * What the reporter allows (DESIGN 6). A text from the phone may tighten it, and may loosen only its own channel; a refusal is not
 * lifted by a text, since whoever holds the phone may not be the one who refused.
 */
public record SafeContact(TextsAllowed texts, boolean erased) {

    public static final SafeContact UNKNOWN = new SafeContact(TextsAllowed.UNKNOWN, false);

    /** After this whole-message word came from the phone. */
    public SafeContact after(Keyword keyword) {
        return switch (keyword) {
            case TEXT_ME -> texts == TextsAllowed.UNKNOWN ? new SafeContact(TextsAllowed.ALLOWED, erased) : this;
            case STOP -> new SafeContact(TextsAllowed.REFUSED, erased);
            case HELP -> this;
        };
    }
}
