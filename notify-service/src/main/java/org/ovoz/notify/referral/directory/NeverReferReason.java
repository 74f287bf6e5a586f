package org.ovoz.notify.referral.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why nobody is to be sent to a service. */
enum NeverReferReason {
    /** Gave somebody to captors, to the police or to be deported. */
    HANDED_OVER,
    /** Passes on what it is told. */
    TELLS_OTHERS,
    /** Belongs to an employer, a recruiter or their friends. */
    TIED,
    /** Asked for money, work or worse. */
    DEMANDS,
    /** People were treated badly there. */
    HARM,
    /** Is not there any more, or was never what it said it is. */
    CLOSED,
    OTHER;

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
