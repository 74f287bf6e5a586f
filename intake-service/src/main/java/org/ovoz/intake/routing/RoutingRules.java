package org.ovoz.intake.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

/**
 * Most specific first: language and region, then language alone, then the catch-all. Escalation teams are addressed besides, and stand
 * in where even the catch-all is suspended. The names of the rules are what people are shown.
 */
public final class RoutingRules {

    static final RuleId LANGUAGE_AND_REGION = new RuleId("language-and-region");
    static final RuleId LANGUAGE = new RuleId("language");
    static final RuleId CATCH_ALL = new RuleId("catch-all");
    static final RuleId ESCALATION_ONLY = new RuleId("escalation-only");

    private RoutingRules() {}

    /** @throws NobodyToAddress when nobody is left */
    public static RoutingDecision route(TeamTable teams, LanguageTag language, RegionCode region) {
        List<TeamRecord> responsible = candidates(teams, team -> !team.escalation() && speaks(team, language));
        List<TeamRecord> near =
                responsible.stream().filter(team -> covers(team, region)).toList();
        if (!near.isEmpty()) {
            return decide(teams, language, near, LANGUAGE_AND_REGION);
        }
        if (!responsible.isEmpty()) {
            return decide(teams, language, responsible, LANGUAGE);
        }
        return lastResort(teams, language);
    }

    private static RoutingDecision decide(
            TeamTable teams, LanguageTag language, List<TeamRecord> responsible, RuleId rule) {
        List<Addressed> addressed = new ArrayList<>(all(responsible, AddressedAs.RESPONSIBLE));
        addressed.addAll(all(escalation(teams, language), AddressedAs.ESCALATION));
        return new RoutingDecision(addressed, rule);
    }

    static RoutingDecision lastResort(TeamTable teams, LanguageTag language) {
        List<TeamRecord> escalation = escalation(teams, language);
        Optional<KnownTeam> catchAll = teams.find(teams.catchAll()).filter(team -> !team.suspended());
        if (catchAll.isPresent()) {
            List<Addressed> addressed = new ArrayList<>();
            addressed.add(new Addressed(teams.catchAll(), AddressedAs.CATCH_ALL));
            addressed.addAll(all(escalation, AddressedAs.ESCALATION));
            return new RoutingDecision(addressed, CATCH_ALL);
        }
        if (escalation.isEmpty()) {
            throw new NobodyToAddress();
        }
        return new RoutingDecision(all(escalation, AddressedAs.CATCH_ALL), ESCALATION_ONLY);
    }

    /** Those who read the language; where nobody does, all of them. */
    private static List<TeamRecord> escalation(TeamTable teams, LanguageTag language) {
        List<TeamRecord> all = candidates(teams, TeamRecord::escalation);
        List<TeamRecord> reading =
                all.stream().filter(team -> speaks(team, language)).toList();
        return reading.isEmpty() ? all : reading;
    }

    private static List<TeamRecord> candidates(TeamTable teams, Predicate<TeamRecord> like) {
        return teams.active().stream()
                .map(KnownTeam::record)
                .filter(team -> !team.id().equals(teams.catchAll()))
                .filter(like)
                .toList();
    }

    private static boolean speaks(TeamRecord team, LanguageTag language) {
        return team.languages().contains(language);
    }

    /** A team of a country takes its parts; one that takes {@code ZZ} takes what has no known region. */
    private static boolean covers(TeamRecord team, RegionCode region) {
        String country = region.value().split("-", 2)[0];
        return team.regions().stream()
                .map(RegionCode::value)
                .anyMatch(code -> code.equals(region.value()) || code.equals(country));
    }

    private static List<Addressed> all(List<TeamRecord> teams, AddressedAs as) {
        return teams.stream().map(team -> new Addressed(team.id(), as)).toList();
    }
}
