package org.ovoz.intake.routing;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;

/** Writes who would get which report in the demo world into {@code docs/coverage-and-routing.md}; the teams are those of the desk's DemoMap. */
final class DemoExplain {

    static final Path PAGE = Path.of("..", "docs", "coverage-and-routing.md");

    private static final String BEGIN = "<!-- drawn by DemoExplain -->\n";
    private static final String END = "<!-- /drawn by DemoExplain -->";
    private static final ECKey KEY = Keys.generate().toPublicJWK();
    private static final String TIER_1 = "ru uz-Latn uz-Cyrl kk ky tg uk en ko vi zh";
    private static final TeamTable TEAMS = new TeamTable(
            List.of(
                    team("north-central-asia", "north", "uz-Latn uz-Cyrl tg ru", "RU ZZ", true, false),
                    team("steppe-turkic", "steppe", "kk ky ru", "KZ ZZ", false, false),
                    team("steppe-escalation", "steppe", TIER_1, "ZZ", true, true),
                    team("catch-all", "north", TIER_1, "ZZ", true, false),
                    team("north-far-east", "north", "ko ru", "RU-PRI", false, false),
                    team("steppe-night", "steppe", "vi", "KZ", false, false)),
            new TeamId("catch-all"));

    private DemoExplain() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(PAGE, drawnInto(Files.readString(PAGE)));
    }

    static String drawnInto(String page) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + draw() + page.substring(page.indexOf(END));
    }

    private static String draw() {
        return Stream.of(
                        answer("tg", "RU-PRI", false),
                        answer("ko", "RU-PRI", false),
                        answer("ko", "RU-PRI", true),
                        answer("ky", "KZ", false),
                        answer("vi", "RU", false),
                        answer("en", "ZZ", false),
                        answer("und", "ZZ", false))
                .collect(Collectors.joining("\n"));
    }

    private static String answer(String language, String region, boolean child) {
        RoutingExplanation found = RoutingRules.explain(
                TEAMS,
                new RoutingQuestion(
                        new LanguageTag(language), new RegionCode(region), List.of(), child, List.of(), List.of()));
        return "    %s from %s%s: %s%s\n%s\n%s"
                .formatted(
                        language,
                        region,
                        child ? ", a child" : "",
                        found.rule(),
                        found.interpreter() ? ", with an interpreter" : "",
                        found.addressed().stream()
                                .map(one -> "      -> %s (%s)".formatted(one.team(), word(one.as())))
                                .collect(Collectors.joining("\n")),
                        found.steps().stream().map(DemoExplain::step).collect(Collectors.joining()));
    }

    /** What left nobody out is not shown. */
    private static String step(RoutingExplanation.Step step) {
        return step.leftOut().isEmpty()
                ? ""
                : "      %s leaves out %s\n"
                        .formatted(
                                step.rule(),
                                step.leftOut().stream()
                                        .map(out -> out.team() + " (" + word(out.reason()) + ")")
                                        .collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static KnownTeam team(
            String id, String organisation, String languages, String regions, boolean child, boolean escalation) {
        TeamRecord record = new TeamRecord(
                new TeamId(id),
                new OrganisationId(organisation),
                1,
                Stream.of(languages.split(" ")).map(LanguageTag::new).toList(),
                Stream.of(regions.split(" ")).map(RegionCode::new).toList(),
                List.of(),
                child,
                false,
                List.of(),
                escalation,
                false,
                KEY,
                KEY);
        return new KnownTeam(record, "", false);
    }
}
