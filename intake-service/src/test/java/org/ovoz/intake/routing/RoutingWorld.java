package org.ovoz.intake.routing;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.routing.RoutingScene.Asked;
import org.ovoz.intake.routing.RoutingScene.Made;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

/** A table and a question, and in plain words who is who to them: told without the rules' own means. */
record RoutingWorld(List<KnownTeam> known, Asked asked) {

    static RoutingWorld of(List<Made> teams, Asked asked) {
        return new RoutingWorld(teams.stream().map(Made::known).toList(), asked);
    }

    RoutingExplanation route() {
        return RoutingRules.explain(new TeamTable(known, RoutingScene.CATCH_ALL), asked.question());
    }

    List<TeamRecord> all() {
        return known.stream()
                .map(KnownTeam::record)
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .toList();
    }

    /** Open, and of no excluded organisation. */
    List<TeamRecord> mayKnow() {
        String wishes = asked.wishes().toString();
        return all().stream()
                .filter(team -> !team.suspended())
                .filter(team -> !wishes.contains("organisation=" + team.organisation() + "]"))
                .toList();
    }

    List<TeamRecord> wished() {
        String wishes = asked.wishes().toString();
        return mayKnow().stream()
                .filter(team -> team.womanAnswers() || !wishes.contains("Woman[]"))
                .filter(team -> team.communities().isEmpty() || !wishes.contains("kyrgyz"))
                .toList();
    }

    List<TeamRecord> ordinary() {
        return wished().stream()
                .filter(team -> !team.escalation() && !team.id().equals(RoutingScene.CATCH_ALL))
                .toList();
    }

    List<TeamRecord> catchAll() {
        return wished().stream()
                .filter(team -> team.id().equals(RoutingScene.CATCH_ALL))
                .toList();
    }

    List<TeamRecord> escalation() {
        return wished().stream().filter(TeamRecord::escalation).toList();
    }

    List<String> languages() {
        return asked.language().equals("und") ? RoutingScene.words(asked.couldBe()) : List.of(asked.language());
    }

    boolean reads(TeamRecord team) {
        return languages().stream().anyMatch(language -> reads(team, language));
    }

    static boolean reads(TeamRecord team, String language) {
        return team.languages().stream().anyMatch(tag -> tag.value().equals(language));
    }

    int distance(TeamRecord team) {
        List<String> codes = team.regions().stream().map(code -> code.value()).toList();
        if (codes.contains(asked.region())) {
            return 0;
        }
        if (codes.contains(asked.region().substring(0, 2))) {
            return 1;
        }
        return codes.contains("ZZ") ? 2 : 3;
    }

    long met(TeamRecord team) {
        return RoutingScene.words(asked.needs()).stream()
                .filter(team.needs()::contains)
                .count();
    }

    List<TeamRecord> best(List<TeamRecord> some, ToLongFunction<TeamRecord> worth) {
        long most = some.stream().mapToLong(worth).max().orElseThrow();
        return some.stream().filter(team -> worth.applyAsLong(team) == most).toList();
    }

    List<TeamRecord> addressed(RoutingExplanation routed) {
        return records(routed, one -> true);
    }

    List<TeamRecord> atOnce(RoutingExplanation routed) {
        return records(routed, one -> one.as() != AddressedAs.ESCALATION);
    }

    List<TeamRecord> standBy(RoutingExplanation routed) {
        return records(routed, one -> one.as() == AddressedAs.ESCALATION);
    }

    private List<TeamRecord> records(RoutingExplanation routed, Predicate<Addressed> which) {
        return routed.addressed().stream()
                .filter(which)
                .map(one -> all().stream()
                        .filter(team -> team.id().equals(one.team()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
