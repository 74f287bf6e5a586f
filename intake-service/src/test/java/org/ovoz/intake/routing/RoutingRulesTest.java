package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.setting.Team;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

class RoutingRulesTest {

    private static final Team MOSCOW = new Team("moscow", false, List.of("uz-Latn", "ru"), "RU-MOW");
    private static final Team RUSSIA = new Team("russia", false, List.of("ru"), "RU");
    private static final Team ANYWHERE = new Team("anywhere", false, List.of("ru"), "ZZ");
    private static final Team STEPPE = new Team("steppe", false, List.of("kk"), "KZ");
    private static final Team NIGHT = new Team("night", true, List.of("ru"), "ZZ");
    private static final Team DAWN = new Team("dawn", true, List.of("kk"), "ZZ");
    private static final Team CATCH_ALL = new Team("catch-all", false, List.of("ru"), "ZZ");

    @Test
    void languageAndRegionComeFirst() {
        assertThat(route("ru", "RU-MOW", MOSCOW, RUSSIA, ANYWHERE, STEPPE))
                .isEqualTo(decision("language-and-region", responsible(MOSCOW), responsible(RUSSIA)));
    }

    @Test
    void aTeamOfACountryTakesItsParts() {
        assertThat(route("ru", "RU-PRI", MOSCOW, RUSSIA))
                .isEqualTo(decision("language-and-region", responsible(RUSSIA)));
    }

    @Test
    void aTeamOfAPartDoesNotTakeTheCountry() {
        assertThat(route("ru", "RU", MOSCOW, RUSSIA)).isEqualTo(decision("language-and-region", responsible(RUSSIA)));
    }

    @Test
    void anUnknownRegionGoesToWhoeverTakesThose() {
        assertThat(route("ru", "ZZ", MOSCOW, RUSSIA, ANYWHERE))
                .isEqualTo(decision("language-and-region", responsible(ANYWHERE)));
    }

    @Test
    void languageAloneComesNext() {
        assertThat(route("kk", "ZZ", RUSSIA, STEPPE)).isEqualTo(decision("language", responsible(STEPPE)));
    }

    @Test
    void aLanguageThatNobodyReadsGoesToTheCatchAll() {
        assertThat(route("vi", "RU", MOSCOW, RUSSIA)).isEqualTo(decision("catch-all", catchAll(CATCH_ALL)));
        assertThat(route("und", "RU", MOSCOW, RUSSIA)).isEqualTo(decision("catch-all", catchAll(CATCH_ALL)));
    }

    @Test
    void escalationTeamsThatReadTheLanguageAreAddressedBesides() {
        assertThat(route("kk", "KZ", STEPPE, NIGHT, DAWN))
                .isEqualTo(decision("language-and-region", responsible(STEPPE), escalation(DAWN)));
    }

    @Test
    void whereNoEscalationTeamReadsTheLanguageAllOfThemAreAddressed() {
        assertThat(route("vi", "ZZ", NIGHT, DAWN))
                .isEqualTo(decision("catch-all", catchAll(CATCH_ALL), escalation(DAWN), escalation(NIGHT)));
    }

    @Test
    void theCatchAllIsNoTeamLikeOthers() {
        assertThat(route("ru", "ZZ")).isEqualTo(decision("catch-all", catchAll(CATCH_ALL)));
    }

    @Test
    void aSuspendedTeamIsPassedOver() {
        TeamTable table = table(Stream.of(known(ANYWHERE, true), known(RUSSIA, false), known(CATCH_ALL, false)));
        assertThat(route(table, "ru", "ZZ")).isEqualTo(decision("language", responsible(RUSSIA)));
    }

    @Test
    void whereTheCatchAllIsSuspendedEscalationTeamsStandIn() {
        TeamTable table = table(Stream.of(known(NIGHT, false), known(CATCH_ALL, true)));
        assertThat(route(table, "vi", "ZZ")).isEqualTo(decision("escalation-only", catchAll(NIGHT)));
    }

    @Test
    void whereEverybodyIsSuspendedNobodyIsAddressed() {
        TeamTable table = table(Stream.of(known(RUSSIA, true), known(NIGHT, true), known(CATCH_ALL, true)));
        assertThatThrownBy(() -> route(table, "ru", "RU")).isInstanceOf(NobodyToAddress.class);
    }

    private static RoutingDecision route(String language, String region, Team... teams) {
        Stream<KnownTeam> known =
                Stream.concat(Stream.of(teams), Stream.of(CATCH_ALL)).map(team -> known(team, false));
        return route(table(known), language, region);
    }

    private static RoutingDecision route(TeamTable table, String language, String region) {
        return RoutingRules.route(table, new LanguageTag(language), new RegionCode(region));
    }

    private static TeamTable table(Stream<KnownTeam> teams) {
        return new TeamTable(teams.toList(), CATCH_ALL.id());
    }

    private static KnownTeam known(Team team, boolean suspended) {
        return new KnownTeam(team.record(), "", suspended);
    }

    private static RoutingDecision decision(String rule, Addressed... addressed) {
        return new RoutingDecision(List.of(addressed), new RuleId(rule));
    }

    private static Addressed responsible(Team team) {
        return new Addressed(team.id(), AddressedAs.RESPONSIBLE);
    }

    private static Addressed escalation(Team team) {
        return new Addressed(team.id(), AddressedAs.ESCALATION);
    }

    private static Addressed catchAll(Team team) {
        return new Addressed(team.id(), AddressedAs.CATCH_ALL);
    }
}
