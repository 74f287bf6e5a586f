package org.ovoz.contracts.routing;

import java.util.List;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.Addressed;

/**
 * Who would get such a report now, and how that was decided.
 *
 * @param addressed in the order of the decision, most responsible first
 * @param rule names what held; it is stored with a report
 * @param interpreter nobody among those who are alerted at once is known to read the language
 * @param steps as they were taken, from who is there at all to who stands by
 */
public record RoutingExplanation(List<Addressed> addressed, RuleId rule, boolean interpreter, List<Step> steps) {

    public RoutingExplanation {
        addressed = List.copyOf(addressed);
        steps = List.copyOf(steps);
    }

    /**
     * @param rule what was asked for in this step
     * @param matched who has it; where nobody has, the step was passed over and leaves nobody out
     */
    public record Step(RuleId rule, List<TeamId> matched, List<LeftOut> leftOut) {
        public Step {
            matched = List.copyOf(matched);
            leftOut = List.copyOf(leftOut);
        }
    }

    public record LeftOut(TeamId team, LeftOutFor reason) {}
}
