package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.routing.RoutingScene.Asked;
import org.ovoz.intake.routing.RoutingScene.Made;

/** What holds for every table of teams and every question. jqwik prints the tries and how often each rule was reached. */
class RoutingPropertiesTest {

    private static final int TRIES = 5_000;
    private static final int TRIES_FOR_EVERY_RULE = 20_000;
    private static final Set<String> RULES = rules();

    @Provide
    Arbitrary<List<Made>> tables() {
        return RoutingArbitraries.tables();
    }

    @Provide
    Arbitrary<Asked> questions() {
        return RoutingArbitraries.questions();
    }

    /** A rule that no try reaches fails it, and so does one that nobody knows of. */
    @Property(tries = TRIES_FOR_EVERY_RULE)
    void everyReportHasAnOpenRecipientAndEveryRuleIsReached(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked) {
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (world.mayKnow().isEmpty()) {
            assertThatThrownBy(world::route).isInstanceOf(NobodyToAddress.class);
        } else {
            RoutingExplanation routed = world.route();
            assertThat(world.atOnce(routed)).isNotEmpty();
            assertThat(RULES).contains(routed.rule().value());
            Statistics.label("rule").collect(routed.rule().value());
        }
        Statistics.label("rule")
                .coverage(rules -> RULES.forEach(rule -> rules.check(rule).count(times -> times > 0)));
    }

    @Property(tries = TRIES)
    void nobodySuspendedAndNobodyExcludedIsAddressed(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked) {
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (!world.mayKnow().isEmpty()) {
            RoutingExplanation routed = world.route();
            assertThat(world.mayKnow()).containsAll(world.addressed(routed));
            boolean isUnmet = routed.rule().value().equals("wish-unmet");
            assertThat(isUnmet).isEqualTo(world.wished().isEmpty());
            if (!isUnmet) {
                assertThat(world.wished()).containsAll(world.addressed(routed));
            }
        }
    }

    @Property(tries = TRIES)
    void theOrderOfTeamsDoesNotMatter(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked, @ForAll Random random) {
        List<Made> shuffled = new ArrayList<>(teams);
        Collections.shuffle(shuffled, random);
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (!world.mayKnow().isEmpty()) {
            assertThat(RoutingWorld.of(shuffled, asked).route()).isEqualTo(world.route());
        }
    }

    /** Nothing else is said of it: whoever reads it, of these the closest, of these those who meet most needs. */
    @Property(tries = TRIES)
    void ofThoseWhoReadItTheMostSpecificRegionWinsAndThenTheNeed(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked any) {
        Asked asked = new Asked(any.language(), any.region(), any.needs(), false, any.wishes(), "");
        RoutingWorld world = RoutingWorld.of(teams, asked);
        List<TeamRecord> readers =
                world.ordinary().stream().filter(world::reads).toList();
        if (!readers.isEmpty()) {
            List<TeamRecord> near = world.best(readers, team -> 3L - world.distance(team));
            assertThat(world.atOnce(world.route())).containsExactlyElementsOf(world.best(near, world::met));
        }
    }

    @Property(tries = TRIES)
    void aChildReachesATeamQualifiedForItWhereverThereIsOne(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked any) {
        RoutingWorld world = RoutingWorld.of(teams, any.ofAChild());
        List<TeamRecord> qualified = Stream.concat(world.ordinary().stream(), world.catchAll().stream())
                .filter(TeamRecord::childQualified)
                .toList();
        if (!qualified.isEmpty()) {
            assertThat(world.atOnce(world.route())).anyMatch(TeamRecord::childQualified);
        }
        if (!any.language().equals("und")
                && world.ordinary().stream().anyMatch(team -> team.childQualified() && world.reads(team))) {
            assertThat(world.atOnce(world.route())).allMatch(team -> team.childQualified() && world.reads(team));
        }
    }

    @Property(tries = TRIES)
    void whoeverReadsItIsAmongThoseAlertedAndAnInterpreterIsAskedForOnlyWhereNobodyDoes(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked) {
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (!world.mayKnow().isEmpty()) {
            RoutingExplanation routed = world.route();
            boolean isRead = world.atOnce(routed).stream().anyMatch(world::reads);
            assertThat(routed.interpreter()).isEqualTo(!world.languages().isEmpty() && !isRead);
            if (world.ordinary().stream().anyMatch(world::reads)) {
                assertThat(isRead).isTrue();
            }
        }
    }

    @Property(tries = TRIES)
    void whicheverOfItsLanguagesItIsSomebodyReadsIt(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked any) {
        RoutingWorld world = RoutingWorld.of(teams, Asked.either("ru kk", any.region()));
        if (!world.wished().isEmpty()) {
            List<TeamRecord> atOnce = world.atOnce(world.route());
            for (String language : List.of("ru", "kk")) {
                if (world.ordinary().stream().anyMatch(team -> RoutingWorld.reads(team, language))) {
                    assertThat(atOnce).anyMatch(team -> RoutingWorld.reads(team, language));
                }
            }
        }
    }

    @Property(tries = TRIES)
    void anEscalationTeamOfAnotherOrganisationStandsByWhereverThereIsOne(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked) {
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (!world.wished().isEmpty()) {
            RoutingExplanation routed = world.route();
            List<TeamRecord> atOnce = world.atOnce(routed);
            List<TeamRecord> waiting = new ArrayList<>(world.escalation());
            waiting.removeAll(atOnce);
            Predicate<TeamRecord> isOther =
                    team -> atOnce.stream().noneMatch(one -> one.organisation().equals(team.organisation()));
            List<TeamRecord> standBy = world.standBy(routed);
            assertThat(standBy.isEmpty()).isEqualTo(waiting.isEmpty());
            if (waiting.stream().anyMatch(isOther)) {
                assertThat(standBy).anyMatch(isOther);
            }
            if (waiting.stream().anyMatch(world::reads)) {
                assertThat(standBy).anyMatch(world::reads);
            }
        }
    }

    @Property(tries = TRIES)
    void anExplanationSaysOfEveryTeamWhyItIsNotAddressed(
            @ForAll("tables") List<Made> teams, @ForAll("questions") Asked asked) {
        RoutingWorld world = RoutingWorld.of(teams, asked);
        if (!world.mayKnow().isEmpty()) {
            RoutingExplanation routed = world.route();
            assertThat(RoutingDecision.of(routed).addressed()).isEqualTo(routed.addressed());
            List<TeamId> explained = new ArrayList<>();
            routed.addressed().forEach(one -> explained.add(one.team()));
            routed.steps().forEach(step -> step.leftOut().forEach(one -> explained.add(one.team())));
            assertThat(explained)
                    .containsAll(world.all().stream().map(TeamRecord::id).toList());
        }
    }

    private static Set<String> rules() {
        Set<String> rules = new TreeSet<>(Set.of("child-anybody", "anybody", "wish-unmet"));
        Stream<String> reading = Stream.of("language", "languages")
                .flatMap(head -> Stream.of("", "-and-region", "-and-need", "-region-need")
                        .map(head::concat));
        Stream<String> others =
                Stream.of("one-of-languages", "region", "region-and-need", "catch-all", "escalation-only");
        Stream.concat(reading, others).forEach(rule -> {
            rules.add(rule);
            rules.add("child-" + rule);
            rules.add(rule + "-with-child-team");
        });
        return rules;
    }
}
