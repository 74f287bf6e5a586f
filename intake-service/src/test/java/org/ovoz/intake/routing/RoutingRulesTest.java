package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ovoz.intake.routing.RoutingScene.Made.team;
import static org.ovoz.intake.routing.RoutingScene.route;
import static org.ovoz.intake.routing.RoutingScene.said;

import org.junit.jupiter.api.Test;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.routing.Wish;
import org.ovoz.intake.routing.RoutingScene.Asked;
import org.ovoz.intake.routing.RoutingScene.Made;

class RoutingRulesTest {

    private static final Made MOSCOW = team("moscow", "uz-Latn ru", "RU-MOW");
    private static final Made RUSSIA = team("russia", "ru", "RU");
    private static final Made ANYWHERE = team("anywhere", "ru", "ZZ");
    private static final Made STEPPE = team("steppe", "kk", "KZ");
    private static final Made NIGHT = team("night", "ru", "ZZ").standingBy();
    private static final Made DAWN = team("dawn", "kk", "ZZ").standingBy();
    private static final Made CATCH_ALL = team("catch-all", "", "ZZ");

    @Test
    void theMostSpecificRegionComesFirst() {
        assertThat(said(route(Asked.in("ru", "RU-MOW"), MOSCOW, RUSSIA, ANYWHERE, STEPPE)))
                .isEqualTo("language-and-region: moscow responsible");
    }

    @Test
    void aTeamOfACountryTakesItsParts() {
        assertThat(said(route(Asked.in("ru", "RU-PRI"), MOSCOW, RUSSIA)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void aTeamOfAPartDoesNotTakeTheCountry() {
        assertThat(said(route(Asked.in("ru", "RU"), MOSCOW, RUSSIA)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void anUnknownRegionGoesToWhoeverTakesThose() {
        assertThat(said(route(Asked.in("ru", "ZZ"), MOSCOW, RUSSIA, ANYWHERE)))
                .isEqualTo("language-and-region: anywhere responsible");
    }

    @Test
    void whereNobodyOfTheRegionReadsItThoseFromNowhereInParticularComeFirst() {
        assertThat(said(route(Asked.in("ru", "KZ"), RUSSIA, ANYWHERE, STEPPE)))
                .isEqualTo("language: anywhere responsible");
    }

    @Test
    void theLanguageElsewhereComesBeforeTheRegionInAnotherLanguage() {
        assertThat(said(route(Asked.in("kk", "RU"), RUSSIA, STEPPE))).isEqualTo("language: steppe responsible");
    }

    @Test
    void whereNobodyReadsItTheRegionAnswersWithAnInterpreter() {
        assertThat(said(route(Asked.in("vi", "RU-MOW"), MOSCOW, RUSSIA, STEPPE, CATCH_ALL)))
                .isEqualTo("region (interpreter): moscow responsible");
    }

    @Test
    void whereNobodyReadsItAndNoPlaceIsKnownTheCatchAllDoes() {
        assertThat(said(route(Asked.in("vi", "ZZ"), MOSCOW, ANYWHERE, CATCH_ALL)))
                .isEqualTo("catch-all (interpreter): catch-all catch-all");
        assertThat(said(route(Asked.in("und", "ZZ"), MOSCOW, ANYWHERE, CATCH_ALL)))
                .isEqualTo("catch-all: catch-all catch-all");
    }

    @Test
    void aNeedChoosesAmongThoseOfTheRegion() {
        Made shelter = team("shelter", "ru", "RU").meets("shelter legal");
        Made abroad = team("abroad", "ru", "KZ").meets("shelter legal food");
        assertThat(said(route(Asked.in("ru", "RU").needing("shelter food"), RUSSIA, shelter, abroad)))
                .isEqualTo("language-region-need: shelter responsible");
        assertThat(said(route(Asked.in("ru", "BY").needing("food"), RUSSIA, shelter, abroad)))
                .isEqualTo("language-and-need: abroad responsible");
    }

    @Test
    void aNeedThatNoTeamMeetsIsPassedOver() {
        assertThat(said(route(Asked.in("ru", "RU").needing("medical"), RUSSIA, STEPPE)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void aChildGoesToThoseQualifiedEvenFromAnotherRegion() {
        Made far = team("far", "ru", "KZ").forChildren();
        assertThat(said(route(Asked.in("ru", "RU").ofAChild(), RUSSIA, far)))
                .isEqualTo("child-language: far responsible");
    }

    @Test
    void whereNoReaderIsQualifiedForAChildBothAreAddressed() {
        Made steppe = STEPPE.forChildren();
        assertThat(said(route(Asked.in("ru", "RU").ofAChild(), RUSSIA, steppe, CATCH_ALL)))
                .isEqualTo("language-and-region-with-child-team: russia responsible, steppe responsible");
        assertThat(said(route(Asked.in("ru", "RU").ofAChild(), RUSSIA, STEPPE, CATCH_ALL.forChildren())))
                .isEqualTo("language-and-region-with-child-team: russia responsible, catch-all catch-all");
    }

    @Test
    void whereNobodyIsQualifiedForAChildItIsReadAllTheSame() {
        assertThat(said(route(Asked.in("ru", "RU").ofAChild(), RUSSIA, STEPPE)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void aTeamThatReadsBothIsAskedFirst() {
        Made both = team("both", "kk ky", "KZ");
        assertThat(said(route(Asked.either("kk ky", "KZ"), both, STEPPE)))
                .isEqualTo("languages-and-region: both responsible");
    }

    @Test
    void whereNobodyReadsBothThereIsAReaderForEach() {
        Made kyrgyz = team("kyrgyz", "ky", "KG");
        assertThat(said(route(Asked.either("ky kk", "KZ"), kyrgyz, STEPPE, CATCH_ALL)))
                .isEqualTo("one-of-languages: kyrgyz responsible, steppe responsible");
        assertThat(said(route(Asked.either("ru uk", "ZZ"), RUSSIA, STEPPE, CATCH_ALL)))
                .isEqualTo("one-of-languages: russia responsible, catch-all catch-all");
    }

    @Test
    void escalationTeamsThatReadTheLanguageAreAddressedBesides() {
        assertThat(said(route(Asked.in("kk", "KZ"), STEPPE, NIGHT, DAWN)))
                .isEqualTo("language-and-region: steppe responsible, dawn escalation");
    }

    @Test
    void whereNoEscalationTeamReadsTheLanguageAllOfThemAreAddressed() {
        assertThat(said(route(Asked.in("vi", "ZZ"), NIGHT, DAWN, CATCH_ALL)))
                .isEqualTo("catch-all (interpreter): catch-all catch-all, dawn escalation, night escalation");
    }

    @Test
    void anEscalationTeamOfAnotherOrganisationStandsByWhereThereIsOne() {
        assertThat(said(route(
                        Asked.in("ru", "RU"),
                        RUSSIA,
                        NIGHT.of("russia"),
                        DAWN.meets("").of("others"))))
                .isEqualTo("language-and-region: russia responsible, dawn escalation, night escalation");
        Made reads = team("other-night", "ru", "ZZ").standingBy();
        assertThat(said(route(Asked.in("ru", "RU"), RUSSIA, NIGHT.of("russia"), reads)))
                .isEqualTo("language-and-region: russia responsible, other-night escalation");
        assertThat(said(route(Asked.in("ru", "RU"), RUSSIA, NIGHT.of("russia"))))
                .isEqualTo("language-and-region: russia responsible, night escalation");
    }

    @Test
    void ofTheEscalationTeamsThoseQualifiedForAChildStandBy() {
        Made dusk = team("dusk", "ru", "ZZ").standingBy().forChildren();
        assertThat(said(route(Asked.in("ru", "RU").ofAChild(), RUSSIA.forChildren(), NIGHT, dusk)))
                .isEqualTo("child-language-and-region: russia responsible, dusk escalation");
    }

    @Test
    void theCatchAllIsNoTeamLikeOthers() {
        assertThat(said(route(Asked.in("ru", "ZZ"), team("catch-all", "ru", "ZZ"))))
                .isEqualTo("catch-all: catch-all catch-all");
    }

    @Test
    void aSuspendedTeamIsPassedOver() {
        assertThat(said(route(Asked.in("ru", "ZZ"), ANYWHERE.suspend(), RUSSIA, CATCH_ALL)))
                .isEqualTo("language: russia responsible");
    }

    @Test
    void anOrganisationThatThePersonDoesNotWantIsPassedOver() {
        assertThat(said(route(Asked.in("ru", "RU-MOW").without("moscow"), MOSCOW, RUSSIA)))
                .isEqualTo("language-and-region: russia responsible");
        assertThat(said(route(Asked.in("ru", "RU").without("russia"), RUSSIA, NIGHT.of("russia"), CATCH_ALL)))
                .isEqualTo("catch-all (interpreter): catch-all catch-all");
        assertThat(said(route(Asked.in("ru", "RU").without("catch-all"), STEPPE.of("catch-all"), CATCH_ALL, NIGHT)))
                .isEqualTo("escalation-only: night catch-all");
    }

    @Test
    void anOrganisationWithAConflictIsPassedOver() {
        assertThat(said(route(
                        Asked.in("ru", "RU-MOW").wishing(new Wish.Conflict(new OrganisationId("moscow"))),
                        MOSCOW,
                        RUSSIA)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void aWomanAnswersWhoAsksForOne() {
        assertThat(said(route(Asked.in("ru", "RU-MOW").wishing(new Wish.Woman()), MOSCOW, RUSSIA.withAWoman(), NIGHT)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void aCommunityThatThePersonFearsIsPassedOver() {
        assertThat(said(route(
                        Asked.in("ru", "RU-MOW").wishing(new Wish.NotCommunity("uzbek")),
                        MOSCOW.from("uzbek kyrgyz"),
                        RUSSIA)))
                .isEqualTo("language-and-region: russia responsible");
    }

    @Test
    void whereNobodyIsAsWishedTheCatchAllAnswersUnlessItsOrganisationIsExcluded() {
        Asked woman = Asked.in("ru", "RU").wishing(new Wish.Woman());
        assertThat(said(route(woman, RUSSIA, NIGHT, CATCH_ALL)))
                .isEqualTo("wish-unmet (interpreter): catch-all catch-all");
        Asked both = Asked.in("ru", "RU")
                .wishing(new Wish.Woman(), new Wish.NotOrganisation(new OrganisationId("catch-all")));
        assertThat(said(route(both, RUSSIA, STEPPE, CATCH_ALL))).isEqualTo("wish-unmet: russia catch-all");
    }

    @Test
    void whereTheCatchAllIsSuspendedEscalationTeamsStandIn() {
        assertThat(said(route(Asked.in("vi", "ZZ"), NIGHT, CATCH_ALL.suspend())))
                .isEqualTo("escalation-only (interpreter): night catch-all");
    }

    @Test
    void whereNobodyElseIsLeftAnybodyIsAddressed() {
        assertThat(said(route(Asked.in("vi", "ZZ"), RUSSIA, STEPPE, CATCH_ALL.suspend())))
                .isEqualTo("anybody (interpreter): russia catch-all, steppe catch-all");
    }

    @Test
    void whereEverybodyIsSuspendedOrExcludedNobodyIsAddressed() {
        assertThatThrownBy(() -> route(Asked.in("ru", "RU"), RUSSIA.suspend(), NIGHT.suspend(), CATCH_ALL.suspend()))
                .isInstanceOf(NobodyToAddress.class);
        assertThatThrownBy(() -> route(Asked.in("ru", "RU").without("russia"), RUSSIA, CATCH_ALL.of("russia")))
                .isInstanceOf(NobodyToAddress.class);
    }
}
