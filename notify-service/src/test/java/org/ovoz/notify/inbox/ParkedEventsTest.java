package org.ovoz.notify.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ParkedEventsTest {

    private static final String PARKED = "/api/v1/inbox/parked";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private Person aziza;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void aPoisonEventIsParkedAndShownAndTheOthersGoOn() {
        Report poisoned = Report.to(aziza.team());
        Bus.Sent poison = poisoned.received().as("org.ovoz.NeverHeardOf.v1", "{}");
        Bus.send(poison);
        Bus.send(poisoned.wroteAgain());
        Report.inTheQueueOf(aziza);

        Eventually.so(() -> assertThat(stateOf(poison)).isEqualTo("parked"));
        Api.asAdmin()
                .get(PARKED)
                .then()
                .statusCode(200)
                .body("events.id", hasItem(poison.id().toString()));
        assertThat(reasonOf(poison)).isEqualTo("unknown-type");
        Response health = given().get(management.resolve("health/ready"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.jsonPath().getInt("checks.find { it.name == 'inbox' }.data.parked"))
                .isPositive();
        Api.asAdmin().post(PARKED + "/" + poison.id() + "/skip").then().statusCode(200);
    }

    @Test
    void whatIsNotOfItsKeyOrNotOfItsFormIsParkedWithItsReason() {
        Report other = Report.to(aziza.team());
        Bus.Sent strange = other.received();
        Bus.Sent misplaced = new Bus.Sent(Ids.random(), Ids.random().toString(), 1, strange.type(), strange.json());
        Bus.Sent malformed = Report.to(aziza.team()).received().as(strange.type(), "{\"channel\":\"pigeon\"}");
        Bus.send(misplaced);
        Bus.send(malformed);
        Bus.sendRaw("no key of ours", new byte[] {1, 2, 3});
        Eventually.so(() -> {
            assertThat(reasonOf(misplaced)).isEqualTo("other-report");
            assertThat(reasonOf(malformed)).isEqualTo("malformed");
            assertThat(Api.asAdmin().get(PARKED).jsonPath().getInt("backlog.unreadable"))
                    .isPositive();
        });
    }

    @Test
    void aParkedEventIsAppliedOnceWhatStoodAgainstItIsPutRight() {
        Report report = Report.to(aziza.team());
        aCaseThatShouldNotBeThere(report);
        Bus.Sent received = report.received();
        Bus.send(received);
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(stateOf(received)).isEqualTo("parked"));
        redrive(received).then().statusCode(200).body("outcome", equalTo("parked"));

        Sql.change("DELETE FROM report_case WHERE id = ?", report.id().value());
        redrive(received).then().statusCode(200).body("outcome", equalTo("applied"));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("reporter-wrote"));
        redrive(received).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:not-parked"));
    }

    @Test
    void anEventThatIsGivenUpLetsThoseBehindItGoOn() {
        Report report = Report.to(aziza.team());
        Bus.Sent tooEarly = report.wroteAgain();
        Bus.send(tooEarly);
        Bus.send(report.received());
        Eventually.so(() -> assertThat(reasonOf(tooEarly)).isEqualTo("unknown-report"));
        Api.asAdmin().post(PARKED + "/" + tooEarly.id() + "/skip").then().body("outcome", equalTo("skipped"));
        report.await(aziza, seen -> true);
        Api.asAdmin()
                .get(PARKED)
                .then()
                .body("events.id", not(hasItem(tooEarly.id().toString())));
        assertThat(Sql.read(
                        "SELECT what FROM audit WHERE chain = 'inbox' AND subject = ?",
                        tooEarly.id().toString()))
                .containsExactly("event-skipped");
    }

    @Test
    void onlyAdministratorsSeeWhatIsParked() {
        Api.as(aziza).get(PARKED).then().statusCode(403);
        Api.as(aziza).post(PARKED + "/" + UUID.randomUUID() + "/skip").then().statusCode(403);
        given().get(PARKED).then().statusCode(401);
    }

    private static void aCaseThatShouldNotBeThere(Report report) {
        Sql.change("""
                INSERT INTO report_case (id, short_id, channel, language, region, rule, danger, child, texts,
                                         received_at, last_wrote_at, escalates_at)
                VALUES (?, 'XXXX', 'sms', 'ru', 'ZZ', 'x', false, false, 'unknown', '2026-01-01', '2026-01-01', '2999-01-01')""", report.id().value());
    }

    private static Response redrive(Bus.Sent event) {
        return Api.asAdmin().post(PARKED + "/" + event.id() + "/redrive");
    }

    private static String stateOf(Bus.Sent event) {
        return String.join("", Sql.read("SELECT state FROM inbox WHERE id = ?", event.id()));
    }

    private static String reasonOf(Bus.Sent event) {
        return String.join("", Sql.read("SELECT parked_reason FROM inbox WHERE id = ?", event.id()));
    }
}
