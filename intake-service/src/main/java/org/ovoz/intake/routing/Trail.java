package org.ovoz.intake.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.RoutingExplanation.LeftOut;
import org.ovoz.contracts.routing.RoutingExplanation.Step;
import org.ovoz.contracts.team.TeamRecord;

/** Narrows teams down step by step and notes what each step did. */
final class Trail {

    private final List<Step> steps = new ArrayList<>();

    /** Those that nothing speaks against; maybe nobody. */
    List<TeamRecord> only(String step, List<TeamRecord> from, Function<TeamRecord, Optional<LeftOutFor>> against) {
        List<LeftOut> leftOut = new ArrayList<>();
        List<TeamRecord> matched = new ArrayList<>();
        for (TeamRecord team : from) {
            against.apply(team)
                    .ifPresentOrElse(reason -> leftOut.add(new LeftOut(team.id(), reason)), () -> matched.add(team));
        }
        steps.add(new Step(new RuleId(step), ids(matched), leftOut));
        return matched;
    }

    /** The same, but where nobody would remain all of them do: the step is passed over. */
    List<TeamRecord> prefer(String step, List<TeamRecord> from, Function<TeamRecord, Optional<LeftOutFor>> against) {
        if (from.stream().anyMatch(team -> against.apply(team).isEmpty())) {
            return only(step, from, against);
        }
        steps.add(new Step(new RuleId(step), List.of(), List.of()));
        return from;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private static List<TeamId> ids(List<TeamRecord> teams) {
        return teams.stream().map(TeamRecord::id).toList();
    }
}
