package org.ovoz.intake.contact;

import java.time.Duration;
import java.time.Instant;
import org.ovoz.contracts.LanguageTag;

/**
 * When the single neutral answer may go (DESIGN 6): the line has it on, the language is known, and it is at most a minute since the
 * first receipt.
 */
public record ImmediateAnswerRule(boolean on, Duration within) {

    public boolean allows(Moment moment) {
        return on
                && !LanguageTag.UNDETERMINED.equals(moment.language())
                && !moment.now().isAfter(moment.receivedAt().plus(within));
    }

    /** The first message of a conversation, and now. */
    public record Moment(LanguageTag language, Instant receivedAt, Instant now) {}
}
