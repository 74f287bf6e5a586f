package org.ovoz.intake.delivery.waiting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.contact.SafeContactGate;

/** When a reply goes out. It passes the gate for the moment at which it would, and again when that has come. */
public final class WaitRule {

    private WaitRule() {}

    /** @param wait absent: now or not at all */
    public static Turn decide(SafeContact contact, @Nullable Wait wait, Instant now) {
        if (wait == null) {
            return turn(contact, now, now);
        }
        if (!now.isBefore(wait.expiresAt())) {
            return new Turn.Never(ReplyRefusal.WAITED_TOO_LONG);
        }
        Instant goesAt = contact.safeFrom(now.isBefore(wait.notBefore()) ? wait.notBefore() : now);
        Turn turn = turn(contact, goesAt, now);
        boolean isTooFar = !goesAt.isBefore(wait.expiresAt());
        return isTooFar && !(turn instanceof Turn.Never) ? new Turn.Never(ReplyRefusal.WINDOW_TOO_FAR) : turn;
    }

    private static Turn turn(SafeContact contact, Instant goesAt, Instant now) {
        return switch (SafeContactGate.reply(contact, goesAt)) {
            case GateDecision.Refuse(ReplyRefusal reason) -> new Turn.Never(reason);
            case GateDecision.LetOut letOut -> goesAt.isAfter(now) ? new Turn.Later(goesAt) : new Turn.Go(letOut);
        };
    }
}
