package org.ovoz.intake.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.routing.LeftOutFor;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.routing.Narrowing.Narrowed;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

/**
 * Who gets a report. Nobody suspended, nobody excluded; then whoever reads the language, since what cannot be read helps nobody; of those
 * the most fitting ({@link Narrowing}). Where nobody reads it: the region's teams with an interpreter, the catch-all, the escalation
 * teams, anybody. A child's report has a team that may work with children among its recipients wherever there is one. What is relaxed,
 * in which order and why stands in docs/intake-service.md; a rule's name says what held.
 */
public final class RoutingRules {

    private final TeamTable table;
    private final RoutingQuestion question;
    private final Languages languages;
    private final Trail trail = new Trail();
    private final Narrowing narrowing;

    private RoutingRules(TeamTable table, RoutingQuestion question) {
        this.table = table;
        this.question = question;
        this.languages = Languages.of(question);
        this.narrowing = new Narrowing(question, trail);
    }

    /** @throws NobodyToAddress when every team is suspended or of an excluded organisation */
    public static RoutingExplanation explain(TeamTable table, RoutingQuestion question) {
        return new RoutingRules(table, question).explain();
    }

    private RoutingExplanation explain() {
        Exclusions exclusions = new Exclusions(question.wishes());
        List<TeamRecord> all = table.all().stream().map(KnownTeam::record).toList();
        List<TeamRecord> open = trail.only("not-suspended", all, this::suspended);
        List<TeamRecord> mayKnow = trail.only("no-excluded-organisation", open, exclusions::byOrganisation);
        List<TeamRecord> wished = trail.only("as-wished", mayKnow, exclusions::byPerson);
        if (wished.isEmpty()) {
            return explanation(wishUnmet(mayKnow), List.of());
        }
        List<TeamRecord> ordinary = trail.only("ordinary", wished, this::special);
        List<TeamRecord> catchAll = wished.stream().filter(this::isCatchAll).toList();
        List<TeamRecord> escalation = wished.stream()
                .filter(team -> team.escalation() && !isCatchAll(team))
                .toList();
        Alerted found = new Readers(languages, narrowing, trail)
                .find(ordinary, catchAll)
                .or(() -> ofRegion(ordinary))
                .or(() -> lastResort(catchAll, "catch-all"))
                .or(() -> lastResort(reading(escalation), "escalation-only"))
                .orElseGet(() -> anybody(ordinary));
        Alerted alerted = withChildTeam(
                found, Stream.concat(ordinary.stream(), catchAll.stream()).toList());
        List<TeamRecord> waiting = escalation.stream()
                .filter(team -> !alerted.teams().contains(team))
                .toList();
        return explanation(alerted, standBy(waiting, alerted.teams()));
    }

    /** Only where the region is known: for an unknown one the catch-all is the better guess. */
    private Optional<Alerted> ofRegion(List<TeamRecord> ordinary) {
        if (RegionFit.isUnknown(question.region())) {
            return Optional.empty();
        }
        List<TeamRecord> there = trail.only("region", ordinary, narrowing::covered);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Narrowed fitting = narrowing.narrow(there);
        return Optional.of(new Alerted(fitting.teams(), AddressedAs.RESPONSIBLE, RuleName.ofRegion(fitting)));
    }

    private Optional<Alerted> lastResort(List<TeamRecord> teams, String rule) {
        trail.only(rule, teams, team -> Optional.empty());
        boolean child = question.child() && teams.stream().anyMatch(TeamRecord::childQualified);
        return teams.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alerted(teams, AddressedAs.CATCH_ALL, RuleName.ofChild(rule, child)));
    }

    private Alerted anybody(List<TeamRecord> ordinary) {
        Narrowed fitting = narrowing.narrow(ordinary);
        return new Alerted(fitting.teams(), AddressedAs.CATCH_ALL, RuleName.ofChild("anybody", fitting.child()));
    }

    /** Somebody answers, though not as wished: a report that nobody gets is worse. Never an organisation that was excluded. */
    private Alerted wishUnmet(List<TeamRecord> mayKnow) {
        if (mayKnow.isEmpty()) {
            throw new NobodyToAddress();
        }
        List<TeamRecord> catchAll = mayKnow.stream().filter(this::isCatchAll).toList();
        List<TeamRecord> teams = catchAll.isEmpty() ? reading(mayKnow) : catchAll;
        return new Alerted(teams, AddressedAs.CATCH_ALL, "wish-unmet");
    }

    private List<TeamRecord> reading(List<TeamRecord> teams) {
        return languages.areKnown() ? trail.prefer("reads", teams, languages::oneReadBy) : teams;
    }

    /** Those who read it and those who may work with the child, where no team is both. */
    private Alerted withChildTeam(Alerted found, List<TeamRecord> others) {
        boolean isThere = found.teams().stream().anyMatch(TeamRecord::childQualified);
        if (!question.child() || isThere || others.stream().noneMatch(TeamRecord::childQualified)) {
            return found;
        }
        List<TeamRecord> qualified = trail.only("child-team", others, narrowing::child);
        return found.and(narrowing.narrow(qualified).teams(), found.rule() + "-with-child-team");
    }

    private List<TeamRecord> standBy(List<TeamRecord> waiting, List<TeamRecord> alerted) {
        return waiting.isEmpty() ? List.of() : new StandBy(languages, question.child(), trail).choose(waiting, alerted);
    }

    private RoutingExplanation explanation(Alerted alerted, List<TeamRecord> standBy) {
        Stream<Addressed> atOnce = alerted.teams().stream()
                .map(team -> new Addressed(team.id(), isCatchAll(team) ? AddressedAs.CATCH_ALL : alerted.as()));
        Stream<Addressed> later = standBy.stream().map(team -> new Addressed(team.id(), AddressedAs.ESCALATION));
        boolean interpreter = languages.areKnown() && alerted.teams().stream().noneMatch(languages::isAnyReadBy);
        return new RoutingExplanation(
                Stream.concat(atOnce, later).toList(), new RuleId(alerted.rule()), interpreter, trail.steps());
    }

    private Optional<LeftOutFor> suspended(TeamRecord team) {
        return table.find(team.id()).filter(KnownTeam::suspended).map(known -> LeftOutFor.SUSPENDED);
    }

    private Optional<LeftOutFor> special(TeamRecord team) {
        if (isCatchAll(team)) {
            return Optional.of(LeftOutFor.CATCH_ALL_TEAM);
        }
        return team.escalation() ? Optional.of(LeftOutFor.ESCALATION_TEAM) : Optional.empty();
    }

    private boolean isCatchAll(TeamRecord team) {
        return team.id().equals(table.catchAll());
    }
}
