package org.ovoz.intake.routing;

import jakarta.inject.Singleton;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.intake.teams.TeamTable;
import org.ovoz.intake.teams.Teams;

/** Decides whose keys seal a new report, over the teams as they are now. */
@Singleton
public class RouteReport {

    private final Teams teams;

    RouteReport(Teams teams) {
        this.teams = teams;
    }

    /** @throws NobodyToAddress when every team is suspended; the sender's side then tries again */
    public RoutingDecision route(LanguageTag language, RegionCode region) {
        TeamTable now = teams.now();
        return RoutingRules.route(now, language, region);
    }

    /** For a report whose teams are all suspended by now. */
    public RoutingDecision standIn() {
        return RoutingRules.lastResort(teams.now(), LanguageTag.UNDETERMINED);
    }
}
