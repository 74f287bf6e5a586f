package org.ovoz.intake.routing;

import java.util.List;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.routing.RoutingExplanation;

/**
 * Which teams a report goes to, most responsible first, and the rule that says so; both are stored with the report.
 *
 * @param interpreter nobody who is alerted at once is known to read the language
 */
public record RoutingDecision(List<Addressed> addressed, RuleId rule, boolean interpreter) {

    public RoutingDecision {
        if (addressed.isEmpty()) {
            throw new IllegalArgumentException("a report is addressed to somebody");
        }
        addressed = List.copyOf(addressed);
    }

    static RoutingDecision of(RoutingExplanation explained) {
        return new RoutingDecision(explained.addressed(), explained.rule(), explained.interpreter());
    }
}
