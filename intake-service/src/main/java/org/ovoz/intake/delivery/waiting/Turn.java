package org.ovoz.intake.delivery.waiting;

import java.time.Instant;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.intake.contact.GateDecision;

/** What is to be done with a reply at this moment. */
public sealed interface Turn {

    record Go(GateDecision.LetOut letOut) implements Turn {}

    /** Until then. */
    record Later(Instant goesAt) implements Turn {}

    record Never(ReplyRefusal reason) implements Turn {}
}
