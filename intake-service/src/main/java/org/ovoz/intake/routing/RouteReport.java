package org.ovoz.intake.routing;

import jakarta.inject.Singleton;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.intake.teams.Teams;

/** Decides whose keys seal a new report, over the teams as they are now. */
@Singleton
public class RouteReport {

    private static final RoutingQuestion NOTHING_KNOWN =
            RoutingQuestion.of(LanguageTag.UNDETERMINED, RegionCode.UNKNOWN);

    private final Teams teams;

    RouteReport(Teams teams) {
        this.teams = teams;
    }

    /** @throws NobodyToAddress when every team is suspended or its organisation excluded; the sender's side then tries again */
    public RoutingDecision route(RoutingQuestion question) {
        return RoutingDecision.of(RoutingRules.explain(teams.now(), question));
    }

    /** For a report whose teams are all suspended by now. Knows of no wishes: a text has none. */
    public RoutingDecision standIn() {
        return route(NOTHING_KNOWN);
    }
}
