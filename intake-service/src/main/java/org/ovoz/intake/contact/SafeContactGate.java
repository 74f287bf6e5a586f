package org.ovoz.intake.contact;

import java.time.Instant;
import org.ovoz.contracts.report.ReplyRefusal;

/**
 * The one gate that everything towards a reporter passes. It refuses unless the person allowed it. The neutral answer is its one
 * exception: it needs no yes, only that nobody said no, and {@link ImmediateAnswerRule} says when.
 */
public final class SafeContactGate {

    private SafeContactGate() {}

    /** @param at when it would go out */
    public static GateDecision reply(SafeContact contact, Instant at) {
        if (contact.erased()) {
            return new GateDecision.Refuse(ReplyRefusal.CONTACT_ERASED);
        }
        return switch (contact.texts()) {
            case ALLOWED ->
                contact.isSafeAt(at)
                        ? new GateDecision.LetOut()
                        : new GateDecision.Refuse(ReplyRefusal.OUTSIDE_SAFE_WINDOW);
            case UNKNOWN -> new GateDecision.Refuse(ReplyRefusal.CONTACT_NOT_ALLOWED);
            case REFUSED -> new GateDecision.Refuse(ReplyRefusal.CONTACT_REFUSED);
        };
    }

    public static GateDecision neutralAnswer(
            SafeContact contact, ImmediateAnswerRule.Moment moment, ImmediateAnswerRule rule) {
        if (contact.erased()) {
            return new GateDecision.Refuse(ReplyRefusal.CONTACT_ERASED);
        }
        return switch (contact.texts()) {
            case REFUSED -> new GateDecision.Refuse(ReplyRefusal.CONTACT_REFUSED);
            case UNKNOWN, ALLOWED ->
                rule.allows(moment)
                        ? new GateDecision.LetOut()
                        : new GateDecision.Refuse(ReplyRefusal.CONTACT_NOT_ALLOWED);
        };
    }
}
