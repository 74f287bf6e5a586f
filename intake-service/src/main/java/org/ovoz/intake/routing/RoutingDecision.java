package org.ovoz.intake.routing;

import java.util.List;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;

/** Which teams a report goes to, most responsible first, and the rule that says so; both are stored with the report. */
public record RoutingDecision(List<Addressed> addressed, RuleId rule) {

    public RoutingDecision {
        if (addressed.isEmpty()) {
            throw new IllegalArgumentException("a report is addressed to somebody");
        }
        addressed = List.copyOf(addressed);
    }
}
