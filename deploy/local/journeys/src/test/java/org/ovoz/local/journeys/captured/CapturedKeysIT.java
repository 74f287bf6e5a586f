package org.ovoz.local.journeys.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.journeys.browser.Chromium;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.OpenReport;
import org.ovoz.local.journeys.running.RunningStack;

/**
 * The desk's database and its answers in other hands, and a responder who works on in a true console: what becomes of teams' keys, and
 * what is sealed to a key of the desk's own. Each refusal has its control: the same program with the one thing that it lacks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapturedKeysIT {
    private static final String STEPPE = "steppe";
    private static final TeamId TEAM = new TeamId("steppe-turkic");
    private static final String TEXT = "Жардам керек, бизди дүкөндө кармап турушат, паспортубузду алып коюшкан.";
    private static final String ORDERS = "**/api/v1/cases/*/orders";

    private final RunningStack running = RunningStack.shared();
    private final Intruder desk = new Intruder(running);
    private Chromium chromium;
    private Page page;
    private KeyDesk bolot;
    private Overheard overheard;

    @BeforeAll
    void aResponderHoldsTheKeys() throws Exception {
        chromium = Chromium.start();
        desk.forgetKeyOf("bolot");
        ConsolePage console = new ConsolePage(chromium.page(1280, 800), running.stack());
        page = console.page();
        overheard = new Overheard(page);
        console.visit();
        console.signIn(running.stack().person("bolot"));
        bolot = new KeyDesk(page);
        bolot.makeKey();
        bolot.takeOver(running.stack().person("bolot"));
    }

    @BeforeEach
    void hearAnew() {
        overheard.forget();
    }

    @AfterEach
    void tellTheTruthAgain() {
        page.unroute(ORDERS);
    }

    @AfterAll
    void leave() throws Exception {
        desk.forgetProposalOf(TEAM);
        desk.close();
        desk.forgetKeyOf("bolot");
        chromium.close();
    }

    @Test
    void nothingThatItKeepsOpensATeamsKeys() throws Exception {
        JsonNode file =
                Json.read(Files.readString(running.stack().person("bolot").keyFile()), JsonNode.class);
        List<String> secrets = file.findValuesAsText("d");
        assertThat(secrets).isNotEmpty();
        try (Connection database = running.databases().desk()) {
            for (String table : List.of("person_key", "key_wrap", "key_device", "team_key", "recovery_package")) {
                List<String> rows = Databases.words(database, "SELECT to_jsonb(t)::text FROM " + table + " t");
                assertThat(rows).noneMatch(row -> secrets.stream().anyMatch(row::contains));
            }
            assertThat(Databases.words(database, "SELECT jwe FROM team_key")).isNotEmpty();
        }
    }

    @Test
    void aKeyOfItsOwnInPlaceOfAColleaguesIsNotLetInByTheColleaguesFingerprint() throws Exception {
        String colleague = desk.waitingColleague(STEPPE, TEAM);
        ECKey theirs = Keys.generate();
        bolot.letIn(TEAM.value(), colleague, Fingerprints.of(Keys.kidOf(theirs)));
        bolot.awaitRefused(TEAM.value(), colleague);
        assertThat(overheard.sealedTo()).doesNotContain(desk.kid());

        bolot.letIn(TEAM.value(), colleague, Fingerprints.of(desk.kid()));
        bolot.awaitHolds(TEAM.value(), colleague);
        assertThat(overheard.sealedTo())
                .as("read aloud by somebody who was deceived")
                .contains(desk.kid());
    }

    @Test
    void aGhostThatItSignedInItselfIsShownAsOneAndGetsNoNewKeys() throws Exception {
        String ghost = desk.ghost(STEPPE, TEAM);
        the("tab-open").click();
        the("menu").locator("summary").click();
        the("keys-link").click();
        Locator team = page.locator("[data-testid=team-keys][data-team=" + TEAM.value() + "]");
        team.locator("[data-testid=holder][data-handle=" + ghost + "][data-standing=unvouched]")
                .waitFor();
        team.locator("summary").click();
        assertThat(team.locator("[data-testid=rotate-who][data-handle=" + ghost + "]")
                        .count())
                .isZero();
        team.locator("[data-testid=rotate-who][data-handle=bolot]").check();
        team.getByTestId("rotate").click();
        team.getByTestId("fingerprint").waitFor();
        assertThat(overheard.sealedTo()).isNotEmpty().doesNotContainAnyElementsOf(desk.kids());
    }

    @Test
    void noAnswerIsSealedToARecipientWhomTheLineDidNotSign() throws Exception {
        OpenReport report = OpenReport.in(
                running, running.stack().person("bolot"), running.people().login("bolot"), TEXT);
        page.route(ORDERS, route -> answerWith(route, SignedTeamRecord.sign(ofItsOwn(), desk.key())));
        page.navigate(running.stack().console() + "#/case/" + report.id());
        the("line-text").first().waitFor();
        page.locator("[data-testid=reply-obstacle][data-reason=recipients-unproven]")
                .waitFor();
        the("reply-text").fill("Биз окудук.");
        assertThat(the("send-reply").isDisabled()).isTrue();

        page.unroute(ORDERS);
        String signed = SignedTeamRecord.sign(ofItsOwn(), administration());
        page.route(ORDERS, route -> answerWith(route, signed));
        the("tab-open").click();
        page.navigate(running.stack().console() + "#/case/" + report.id());
        page.locator("[data-testid=readers]:has-text('desk-of-its-own')").waitFor();
        the("reply-text").fill("Биз окудук.");
        page.waitForResponse(ORDERS, () -> the("send-reply").click());
        assertThat(overheard.sealedTo()).as("signed by the line").contains(desk.kid());
    }

    /** What intake said, and one reader more. */
    private static void answerWith(Route route, String record) {
        APIResponse said = route.fetch();
        JsonNode body = said.ok()
                ? Json.read(said.text(), JsonNode.class)
                : Json.mapper().createObjectNode();
        if (body.path("recipients").isArray()) {
            ((ObjectNode) body).withArray("recipients").add(record);
        }
        Route.FulfillOptions answer = new Route.FulfillOptions().setResponse(said);
        route.fulfill(said.ok() ? answer.setBody(Json.write(body)) : answer);
    }

    private TeamRecord ofItsOwn() {
        return new TeamRecord(
                new TeamId("desk-of-its-own"),
                new OrganisationId("desk"),
                1,
                List.of(new LanguageTag("ky")),
                List.of(new RegionCode("ZZ")),
                List.of(),
                false,
                false,
                List.of(),
                false,
                false,
                desk.key().toPublicJWK(),
                desk.key().toPublicJWK());
    }

    private ECKey administration() throws Exception {
        return Json.read(
                Files.readString(running.stack().directory().resolve("keys/line-administration.jwk")), ECKey.class);
    }

    private Locator the(String testId) {
        return page.locator("[data-testid=" + testId + "]");
    }
}
