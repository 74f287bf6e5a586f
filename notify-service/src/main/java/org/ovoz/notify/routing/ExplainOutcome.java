package org.ovoz.notify.routing;

import java.util.List;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.notify.shift.duty.OnCall;

/** Who would get a report. */
sealed interface ExplainOutcome {

    /** @param onCall in the order of the teams addressed */
    record Explained(RoutingExplanation explanation, List<OnCall> onCall) implements ExplainOutcome {}

    /** No team may read it, not even the catch-all. */
    record Nobody() implements ExplainOutcome {}

    /** Intake is out of reach, or speaks another version. */
    record NoAnswer() implements ExplainOutcome {}
}
