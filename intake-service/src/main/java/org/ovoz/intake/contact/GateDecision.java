package org.ovoz.intake.contact;

import org.ovoz.contracts.report.ReplyRefusal;

/** Whether a text may go out, and if not, why. */
public sealed interface GateDecision {

    record LetOut() implements GateDecision {}

    record Refuse(ReplyRefusal reason) implements GateDecision {}
}
