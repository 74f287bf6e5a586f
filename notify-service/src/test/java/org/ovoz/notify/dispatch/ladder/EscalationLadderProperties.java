package org.ovoz.notify.dispatch.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;

/** The rules of a ladder, over casts that change while it climbs. A state that no case reaches fails. */
class EscalationLadderProperties {

    private static final Instant START = Instant.parse("2026-11-25T23:00:00Z");
    private static final Set<AlertKind> ALL = EnumSet.allOf(AlertKind.class);
    private static final EscalationLadder LADDER = new EscalationLadder(
            List.of(
                    new Rung(1, Reach.FIRST, Set.of(AlertKind.PUSH), Duration.ofSeconds(30)),
                    new Rung(2, Reach.FIRST, Set.of(AlertKind.SMS, AlertKind.EMAIL), Duration.ofMinutes(2)),
                    new Rung(3, Reach.FIRST, Set.of(AlertKind.CALL), Duration.ofMinutes(2)),
                    new Rung(4, Reach.NEXT, ALL, Duration.ofMinutes(3)),
                    new Rung(5, Reach.TEAM, ALL, Duration.ofMinutes(5)),
                    new Rung(6, Reach.ESCALATION, ALL, Duration.ofMinutes(4)),
                    new Rung(7, Reach.COORDINATOR, ALL, Duration.ofMinutes(5))),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));

    /** What may happen to one ladder. */
    record Night(
            UUID ladder,
            List<Candidate> people,
            List<List<Boolean>> onCall,
            List<Boolean> reached,
            int holder,
            boolean danger,
            @Nullable Duration letInAfter) {

        Cast cast(int step) {
            List<Boolean> now = onCall.get(step % onCall.size());
            List<Candidate> cast = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                Candidate one = people.get(i);
                cast.add(new Candidate(
                        one.person(),
                        one.responsible(),
                        one.escalation(),
                        one.member(),
                        one.coordinator(),
                        now.get(i % now.size()),
                        one.speaks(),
                        one.quiet(),
                        one.ways(),
                        one.holds()));
            }
            PersonId holds = holder < people.size() ? people.get(holder).person() : null;
            return new Cast(ladder, cast, holds, danger);
        }

        @Nullable
        Instant letIn() {
            return letInAfter == null ? null : START.plus(letInAfter);
        }
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.STANDARD)
    void aLadderClimbsByItsRulesWhateverHappens(@ForAll("nights") Night night) {
        Climber climber = new Climber(LADDER, START);
        Map<Integer, Set<Integer>> climbed = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            Cast cast = night.cast(i);
            boolean reached = night.reached().get(i % night.reached().size());
            Climber.Step step = climber.step(cast, night.letIn(), reached);
            Set<Integer> ofRound = climbed.computeIfAbsent(step.from().round(), first -> new HashSet<>());
            rungsOf(step.move())
                    .forEach(rung -> assertThat(ofRound.add(rung.number()))
                            .as(
                                    "rung %d once in round %d",
                                    rung.number(), step.from().round())
                            .isTrue());
            assertThat(climber.now()).isAfterOrEqualTo(step.at());
            if (step.move() instanceof Move.Tell tell) {
                tellsWhoItMay(tell, step, cast, night);
            }
            collect(step, cast, night);
        }
        assertThat(climber.steps().stream().filter(step -> step.move() instanceof Move.NewRound))
                .as("it never ends by itself")
                .isNotEmpty();
        statesAreReached();
    }

    @Property(tries = 1000)
    void whoeverCanBeReachedIsToldBeforeTheRoundEndsAndACoordinatorIsAlways(@ForAll("nights") Night night) {
        Climber climber = new Climber(LADDER, START);
        Cast cast = night.cast(0);
        Set<Reach> told = EnumSet.noneOf(Reach.class);
        Move move;
        do {
            move = climber.step(cast, night.letIn(), true).move();
            if (move instanceof Move.Tell tell) {
                told.add(tell.rung().reach());
            }
        } while (!(move instanceof Move.NewRound));
        if (cast.candidates().stream().anyMatch(one -> one.responsible() && one.coordinator() && reachable(one))) {
            assertThat(told).contains(Reach.COORDINATOR);
        }
        boolean stepsIn = cast.candidates().stream()
                .filter(one -> !one.person().equals(cast.holder()))
                .anyMatch(one ->
                        one.escalation() && !one.responsible() && one.member() && one.onCall() && reachable(one));
        if (stepsIn && night.letIn() != null) {
            assertThat(told).contains(Reach.ESCALATION);
        }
    }

    @Property(tries = 1000)
    void whereSomebodyOnCallHasALoudWaySomebodyIsToldAtOnce(@ForAll("nights") Night night) {
        Cast cast = night.cast(0);
        boolean ready = cast.candidates().stream()
                .anyMatch(one -> one.responsible() && one.member() && one.onCall() && reachable(one));
        if (ready) {
            assertThat(new Climber(LADDER, START)
                            .step(cast, night.letIn(), true)
                            .move())
                    .isInstanceOf(Move.Tell.class);
        }
    }

    @Property(tries = 200)
    void eachRoundRestsLongerUpToTheLongest(@ForAll @IntRange(min = 1, max = 1000) int round) {
        assertThat(LADDER.restAfter(round + 1)).isGreaterThanOrEqualTo(LADDER.restAfter(round));
        assertThat(LADDER.restAfter(round)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(30));
    }

    private static void tellsWhoItMay(Move.Tell tell, Climber.Step step, Cast cast, Night night) {
        Map<PersonId, Candidate> known = new HashMap<>();
        cast.candidates().forEach(one -> known.put(one.person(), one));
        for (PersonId person : tell.people()) {
            Candidate one = known.get(person);
            assertThat(one.reachableBy(tell.rung().ways())).isTrue();
            boolean holds = person.equals(cast.holder());
            switch (tell.rung().reach()) {
                case FIRST ->
                    assertThat(holds || (one.responsible() && one.onCall())).isTrue();
                case NEXT -> {
                    assertThat(one.responsible() && one.onCall()).isTrue();
                    assertThat(step.from().told()).doesNotContain(person);
                }
                case TEAM -> {
                    assertThat(one.responsible() && one.member()).isTrue();
                    assertThat(step.from().told()).doesNotContain(person);
                    assertThat(one.quiet() && !one.onCall() && !night.danger()).isFalse();
                }
                case ESCALATION -> {
                    assertThat(one.escalation() && one.member()).isTrue();
                    assertThat(night.letIn()).isNotNull();
                    assertThat(step.at()).isAfterOrEqualTo(night.letIn());
                }
                case COORDINATOR ->
                    assertThat(one.responsible() && one.coordinator()).isTrue();
            }
        }
    }

    private static void collect(Climber.Step step, Cast cast, Night night) {
        switch (step.move()) {
            case Move.Tell tell -> {
                Statistics.label("moves").collect("tell " + tell.rung().reach());
                if (tell.rung().reach() == Reach.FIRST && tell.people().contains(cast.holder())) {
                    Statistics.label("moves").collect("tell the holder");
                }
                boolean early = night.letIn() != null && step.at().isBefore(night.letIn());
                if (tell.rung().reach() == Reach.COORDINATOR && early) {
                    Statistics.label("moves").collect("coordinator before those who step in");
                }
            }
            case Move.Wait wait -> Statistics.label("moves").collect(wait.nobodyTold() ? "wait, nobody told" : "wait");
            case Move.NewRound anew ->
                Statistics.label("moves").collect(anew.nobodyTold() ? "new round, nobody told" : "new round");
        }
    }

    private static void statesAreReached() {
        Statistics.label("moves")
                .coverage(moves -> Stream.of(
                                "tell FIRST",
                                "tell NEXT",
                                "tell TEAM",
                                "tell ESCALATION",
                                "tell COORDINATOR",
                                "tell the holder",
                                "coordinator before those who step in",
                                "wait",
                                "wait, nobody told",
                                "new round",
                                "new round, nobody told")
                        .forEach(state -> moves.check(state).count(count -> count > 0)));
    }

    private static List<Rung> rungsOf(Move move) {
        return move instanceof Move.Tell tell
                ? Stream.concat(move.passedOver().stream(), Stream.of(tell.rung()))
                        .toList()
                : move.passedOver();
    }

    private static boolean reachable(Candidate one) {
        return one.reachableBy(ALL);
    }

    @Provide
    Arbitrary<Night> nights() {
        Arbitrary<List<Boolean>> flags =
                Arbitraries.of(true, false).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        people().list().ofMaxSize(6),
                        flags.list().ofMinSize(1).ofMaxSize(6),
                        flags,
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 6, 15, 40)
                                .map(minutes -> Duration.ofMinutes(minutes))
                                .injectNull(0.2))
                .as(Night::new);
    }

    private static Arbitrary<Candidate> people() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Set<AlertKind>> ways = Arbitraries.of(AlertKind.class).set();
        return Combinators.combine(
                        flag,
                        flag,
                        flag,
                        flag,
                        flag,
                        flag,
                        ways,
                        Arbitraries.longs().between(0, 3))
                .as((responsible, member, coordinator, speaks, quiet, both, ways1, holds) -> new Candidate(
                        new PersonId(UUID.randomUUID()),
                        responsible,
                        both || !responsible,
                        member,
                        coordinator,
                        false,
                        speaks,
                        quiet,
                        ways1,
                        holds));
    }
}
