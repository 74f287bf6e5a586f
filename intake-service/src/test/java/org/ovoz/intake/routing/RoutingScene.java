package org.ovoz.intake.routing;

import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.contracts.routing.Wish;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

/** Teams and questions as one says them. */
final class RoutingScene {

    static final TeamId CATCH_ALL = new TeamId("catch-all");

    /** One key for all: nothing here is sealed. */
    private static final ECKey KEY = Keys.generate().toPublicJWK();

    private RoutingScene() {}

    /** A team as its record says it is. */
    record Made(
            String id,
            String organisation,
            List<String> languages,
            List<String> regions,
            List<String> needs,
            boolean child,
            boolean woman,
            List<String> communities,
            boolean escalation,
            boolean suspended) {

        static Made team(String id, String languages, String regions) {
            return new Made(id, id, words(languages), words(regions), List.of(), false, false, List.of(), false, false);
        }

        Made of(String newOrganisation) {
            return new Made(
                    id, newOrganisation, languages, regions, needs, child, woman, communities, escalation, suspended);
        }

        Made meets(String newNeeds) {
            return new Made(
                    id,
                    organisation,
                    languages,
                    regions,
                    words(newNeeds),
                    child,
                    woman,
                    communities,
                    escalation,
                    suspended);
        }

        Made forChildren() {
            return new Made(
                    id, organisation, languages, regions, needs, true, woman, communities, escalation, suspended);
        }

        Made withAWoman() {
            return new Made(
                    id, organisation, languages, regions, needs, child, true, communities, escalation, suspended);
        }

        Made from(String newCommunities) {
            return new Made(
                    id,
                    organisation,
                    languages,
                    regions,
                    needs,
                    child,
                    woman,
                    words(newCommunities),
                    escalation,
                    suspended);
        }

        Made standingBy() {
            return new Made(id, organisation, languages, regions, needs, child, woman, communities, true, suspended);
        }

        Made suspend() {
            return new Made(id, organisation, languages, regions, needs, child, woman, communities, escalation, true);
        }

        KnownTeam known() {
            TeamRecord record = new TeamRecord(
                    new TeamId(id),
                    new OrganisationId(organisation),
                    1,
                    languages.stream().map(LanguageTag::new).toList(),
                    regions.stream().map(RegionCode::new).toList(),
                    needs,
                    child,
                    woman,
                    communities,
                    escalation,
                    suspended,
                    KEY,
                    KEY);
            return new KnownTeam(record, "", suspended);
        }
    }

    /** A question as it is put together. */
    record Asked(String language, String region, String needs, boolean child, List<Wish> wishes, String couldBe) {

        static Asked in(String language, String region) {
            return new Asked(language, region, "", false, List.of(), "");
        }

        static Asked either(String couldBe, String region) {
            return new Asked("und", region, "", false, List.of(), couldBe);
        }

        Asked needing(String newNeeds) {
            return new Asked(language, region, newNeeds, child, wishes, couldBe);
        }

        Asked ofAChild() {
            return new Asked(language, region, needs, true, wishes, couldBe);
        }

        Asked wishing(Wish... more) {
            return new Asked(language, region, needs, child, List.of(more), couldBe);
        }

        Asked without(String organisation) {
            return wishing(new Wish.NotOrganisation(new OrganisationId(organisation)));
        }

        RoutingQuestion question() {
            return new RoutingQuestion(
                    new LanguageTag(language),
                    new RegionCode(region),
                    words(needs),
                    child,
                    wishes,
                    words(couldBe).stream().map(LanguageTag::new).toList());
        }
    }

    static TeamTable table(List<Made> teams) {
        return new TeamTable(teams.stream().map(Made::known).toList(), CATCH_ALL);
    }

    static RoutingExplanation route(Asked asked, Made... teams) {
        return RoutingRules.explain(table(List.of(teams)), asked.question());
    }

    /** Such as {@code "language: north responsible, night escalation"}; with {@code (interpreter)} after the rule. */
    static String said(RoutingExplanation explained) {
        List<String> addressed = new ArrayList<>();
        explained
                .addressed()
                .forEach(one -> addressed.add(one.team() + " "
                        + one.as().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return explained.rule() + (explained.interpreter() ? " (interpreter)" : "") + ": "
                + String.join(", ", addressed);
    }

    static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
}
