package org.ovoz.intake.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.routing.Wish;
import org.ovoz.intake.routing.RoutingScene.Asked;
import org.ovoz.intake.routing.RoutingScene.Made;

/** Tables of up to eight teams and the catch-all and questions to them, over a world small enough that everything meets everything. */
final class RoutingArbitraries {

    private static final String[] LANGUAGES = {"ru", "uk", "kk"};
    private static final String[] REGIONS = {"RU", "RU-MOW", "KZ", "ZZ"};
    private static final String[] NEEDS = {"shelter", "legal"};
    private static final String[] ORGANISATIONS = {"one", "two", "three"};
    private static final int MOST_TEAMS = 8;

    private RoutingArbitraries() {}

    /** The catch-all is always in it, since intake is started with it. */
    static Arbitrary<List<Made>> tables() {
        Arbitrary<List<Made>> ordinary = teams(0.15).list().ofMaxSize(MOST_TEAMS);
        Arbitrary<Made> catchAll = teams(0.4);
        return Combinators.combine(ordinary, catchAll, Arbitraries.of(true, false))
                .as((some, last, standBy) -> {
                    List<Made> table = new ArrayList<>(IntStream.range(0, some.size())
                            .mapToObj(i -> named(
                                    some.get(i),
                                    "team-" + i,
                                    standBy && some.get(i).escalation()))
                            .toList());
                    table.add(named(last, RoutingScene.CATCH_ALL.value(), false));
                    return table;
                });
    }

    static Arbitrary<Asked> questions() {
        return Combinators.combine(
                        Arbitraries.of("ru", "kk", "vi", "und", "und"),
                        Arbitraries.of("RU", "RU-MOW", "KZ", "ZZ", "VN"),
                        some(NEEDS),
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(List.<Wish>of())),
                                Tuple.of(1, wishes().list().ofMinSize(1).ofMaxSize(2))),
                        some(LANGUAGES))
                .as((language, region, needs, child, wishes, couldBe) -> new Asked(
                        language,
                        region,
                        String.join(" ", needs),
                        child,
                        wishes,
                        language.equals("und") ? String.join(" ", couldBe) : ""));
    }

    private static Arbitrary<Wish> wishes() {
        return Arbitraries.oneOf(
                Arbitraries.of(ORGANISATIONS).map(one -> new Wish.NotOrganisation(new OrganisationId(one))),
                Arbitraries.of(ORGANISATIONS).map(one -> new Wish.Conflict(new OrganisationId(one))),
                Arbitraries.just(new Wish.Woman()),
                Arbitraries.just(new Wish.NotCommunity("kyrgyz")));
    }

    private static Arbitrary<Made> teams(double suspended) {
        return Combinators.combine(
                        Arbitraries.of(ORGANISATIONS),
                        some(LANGUAGES),
                        some(REGIONS),
                        some(NEEDS),
                        Arbitraries.integers().between(0, 15),
                        some("kyrgyz"),
                        Arbitraries.doubles().between(0, 1).map(chance -> chance < suspended))
                .as((organisation, languages, regions, needs, flags, communities, isSuspended) -> new Made(
                        "unnamed",
                        organisation,
                        languages,
                        regions,
                        needs,
                        (flags & 1) == 1,
                        (flags & 2) == 2,
                        communities,
                        (flags & 12) == 12,
                        isSuspended));
    }

    private static Made named(Made team, String id, boolean escalation) {
        return new Made(
                id,
                team.organisation(),
                team.languages(),
                team.regions(),
                team.needs(),
                team.child(),
                team.woman(),
                team.communities(),
                escalation,
                team.suspended());
    }

    private static Arbitrary<List<String>> some(String... of) {
        return Arbitraries.of(of).set().ofMaxSize(of.length).map(List::copyOf);
    }
}
