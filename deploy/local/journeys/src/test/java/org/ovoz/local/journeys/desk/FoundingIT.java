package org.ovoz.local.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.browser.KeyDesk;
import org.ovoz.local.journeys.directory.Administrator;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Await;

/** An organisation that was not there this morning: its people, its team and its keys are made in browsers, and the next report is theirs. */
class FoundingIT implements PeopleLeave {
    private static final String HOLDERS = "**/api/v1/teams/*/holders";
    private static final String TEXT = "Cứu tôi với, chủ giữ hộ chiếu của tôi, không cho chúng tôi ra khỏi xưởng may.";
    private static final String ANOTHER = "Chúng tôi bị nhốt trong nhà máy, họ không trả lương và giữ giấy tờ.";
    private static final String ANSWER = "Chúng tôi đã đọc tin nhắn của bạn.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final String own = Ids.random().toString().substring(0, 6);
    private final String organisation = "river-" + own;
    private final String team = "river-team-" + own;
    private final String lan = "lan-" + own;
    private final String minh = "minh-" + own;

    /** Whoever comes after this test finds the reports where they were. */
    @AfterEach
    void theNewTeamRests() {
        new Administrator(running).changeOrganisation(organisation, "suspend").expect(200);
    }

    @Test
    void aTeamIsFoundedInBrowsersReadsItsFirstReportAndLetsAColleagueInByTheFingerprintAlone() {
        ConsolePage admin = offices.signedIn("admin");
        SetUpDesk setUp = new SetUpDesk(admin);
        setUp.open();
        setUp.openLine(lineKey());
        String line = setUp.lineFingerprint();
        setUp.makeOrganisation(organisation, "River Help");
        String lansPassword = setUp.invite(lan, organisation);
        assertThat(setUp.lineToTell()).isEqualTo(line);
        Look.at(admin.page(), "setup-people", "invited");
        String minhsPassword = new PeopleDesk(admin).invite(minh, organisation, "vi");

        Founder founder = new Founder(offices.fresh());
        List<String> words = founder.signInAndMakeAKey(lan, lansPassword);
        setUp.open();
        setUp.nameTeam(team, lan + " · " + organisation, "vi", false);
        Look.at(admin.page(), "setup-team", "wanted");
        String compared = found(founder, line);
        setUp.goToLine(lineKey());
        assertThat(setUp.proposed(team)).isEqualTo(compared);
        Look.at(admin.page(), "line-founding", "proposal");
        setUp.sign(team);
        intakeKnowsTheTeam();
        founder.awaitFounded(words);

        FirstReport.isReadAndAnswered(running, founder.console(), TEXT, ANSWER);
        aColleagueIsLetIn(admin, founder.console(), minhsPassword);
    }

    private String found(Founder founder, String line) {
        assertThat(founder.lineSeen()).isEqualTo(line);
        founder.goToKeys();
        assertThat(founder.mayFound()).as("before the line was compared").isFalse();
        String compared = founder.found(team);
        Look.at(founder.console().page(), "founding", "founding");
        return compared;
    }

    /** The desk serves a key of its own in place of the colleague's: the one who was called on the telephone lets no such key in. */
    private void aColleagueIsLetIn(ConsolePage admin, ConsolePage lansConsole, String firstPassword) {
        new PeopleDesk(admin).moveInto(team, minh);
        Founder newcomer = new Founder(offices.fresh());
        newcomer.signInAndMakeAKey(minh, firstPassword);
        KeyDesk minhsKeys = new KeyDesk(newcomer.console().page());
        String fingerprint = minhsKeys.fingerprint();

        KeyDesk lans = new KeyDesk(lansConsole.page());
        List<String> given = new ArrayList<>();
        lansConsole.page().onRequest(request -> {
            if (request.method().equals("PUT") && request.url().contains("/holders/")) {
                given.add(request.postData());
            }
        });
        ECKey ghost = Keys.generate();
        lansConsole.page().route(HOLDERS, route -> inPlaceOf(minh, ghost, route));
        lans.letIn(team, minh, fingerprint);
        lans.awaitRefused(team, minh);
        assertThat(given).isEmpty();
        Look.at(lansConsole.page(), "not-let-in", "team-keys");

        lansConsole.page().unroute(HOLDERS);
        lans.letIn(team, minh, fingerprint);
        lans.awaitHolds(team, minh);
        assertThat(given).hasSize(1);
        minhsKeys.awaitOpen();
        FirstReport.isReadAndAnswered(running, newcomer.console(), ANOTHER, ANSWER);
    }

    private void intakeKnowsTheTeam() {
        Await.until("intake to take the team up", ReportFromAPhone.SOON, () -> {
            try (Connection intake = running.databases().intake()) {
                String known = "SELECT count(*) FROM team WHERE id = ? AND NOT suspended";
                return Optional.of(team).filter(id -> Databases.count(intake, known, id) == 1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void inPlaceOf(String handle, ECKey key, Route route) {
        APIResponse said = route.fetch();
        JsonNode body = Json.read(said.text(), JsonNode.class);
        for (JsonNode member : body.path("members")) {
            if (member.path("handle").asText().equals(handle)) {
                ((ObjectNode) member)
                        .put("kid", Keys.kidOf(key))
                        .set("publicKey", Json.read(key.toPublicJWK().toJSONString(), JsonNode.class));
            }
        }
        route.fulfill(new Route.FulfillOptions().setResponse(said).setBody(Json.write(body)));
    }

    private Path lineKey() {
        return running.stack().directory().resolve("keys/line-administration.jwk");
    }
}
