package org.ovoz.notify.directory.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

/** The login server is away: what must work does, and the rest waits. */
@DeskTest
class WithoutLoginServerTest {

    private Person aziza;
    private Person bek;

    @BeforeEach
    void twoOfATeam() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
    }

    @Test
    void nobodyIsInvitedAndNothingIsKeptOfIt() {
        String handle = "new" + UUID.randomUUID().toString().substring(0, 8);
        invite(handle, List.of("responder"))
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:ovoz:problem:logins-away"));
        assertThat(Sql.read("SELECT handle FROM person WHERE handle = ?", handle))
                .isEmpty();
    }

    @Test
    void whatCouldNotBeKeptIsRefusedWithoutAskingIt() {
        invite(bek.handle(), List.of("responder")).then().statusCode(422);
        invite("fine" + bek.handle(), List.of()).then().statusCode(400);
        invite("fine" + bek.handle(), List.of("root")).then().statusCode(400);
    }

    @Test
    void aSuspendedPersonIsOutAtOnceAndWhatTheyHeldIsInTheQueue() {
        Report report = aReportClaimedBy(aziza);
        change(aziza, "suspend").then().statusCode(200).body("atLoginServer", equalTo(false));
        Api.as(aziza).get("/api/v1/cases").then().statusCode(403);
        report.await(bek, seen -> seen.getString("state").equals("waiting"));
        Api.as(bek).post(report.path() + "/claim").then().statusCode(200);
        Eventually.so(() -> assertThat(Bus.told(report.id().toString()))
                .containsSubsequence("ReportClaimed", "ClaimLapsed", "ReportClaimed"));
        assertThat(audited(aziza)).contains("person-suspended").doesNotHaveDuplicates();
    }

    @Test
    void suspendingAgainChangesNothing() {
        change(aziza, "suspend").then().statusCode(200);
        change(aziza, "suspend").then().statusCode(200);
        assertThat(audited(aziza)).containsOnlyOnce("person-suspended");
    }

    @Test
    void aRemovedPersonLeavesARowWithoutAnythingOfTheirs() {
        aReportClaimedBy(aziza);
        Api.asAdmin()
                .delete("/api/v1/directory/people/" + aziza.subject())
                .then()
                .statusCode(202);
        Api.as(aziza).get("/api/v1/me").then().statusCode(403);
        assertThat(Sql.read("SELECT person::text FROM person WHERE subject = ?", aziza.subject()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .doesNotContain(aziza.handle(), aziza.sms(), aziza.email())
                        .contains("removed"));
        invite(aziza.handle(), List.of("responder")).then().statusCode(503);
        Api.asAdmin()
                .delete("/api/v1/directory/people/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsKeptBesideARemovedPersonGoesWithThem() {
        UUID id = aziza.id();
        Planning.by(Person.aCoordinatorOf(aziza.team())).aDuty(aziza, Duration.ofHours(30), Duration.ofHours(8));
        Api.as(aziza).post("/api/v1/me/calendar").then().statusCode(200);
        Sql.change("""
                INSERT INTO endpoint (id, person, kind, url, made_at, secret)
                SELECT gen_random_uuid(), id, 'webhook', 'https://hook.example/' || id, clock_timestamp(), '\\x01'
                FROM person WHERE id = ?""", id);
        Api.asAdmin()
                .delete("/api/v1/directory/people/" + aziza.subject())
                .then()
                .statusCode(202);
        assertThat(Sql.read("""
                        SELECT url || coalesce(secret::text, '') FROM endpoint WHERE person = ? AND gone_at IS NOT NULL""", id)).containsExactly("");
        assertThat(Sql.read("SELECT count(*) FROM duty WHERE person = ? AND cancelled_at IS NULL", id))
                .containsExactly("0");
        for (String table : List.of("calendar_token", "person_login", "shift_pattern", "shift_exception")) {
            assertThat(Sql.read("SELECT count(*) FROM " + table + " WHERE person = ?", id))
                    .containsExactly("0");
        }
    }

    @Test
    void nobodyIsLiftedOrMovedAndNothingIsChanged() {
        change(aziza, "lift").then().statusCode(404);
        change(aziza, "suspend").then().statusCode(200);
        change(aziza, "lift").then().statusCode(503);
        Api.as(aziza).get("/api/v1/me").then().statusCode(403);
        Api.asAdmin()
                .body(Map.of("organisation", bek.team().organisation().value(), "teams", List.of()))
                .post("/api/v1/directory/people/" + bek.subject() + "/move")
                .then()
                .statusCode(503);
        Api.as(bek).get("/api/v1/me").then().body("teams.size()", equalTo(1));
    }

    @Test
    void nothingIsCompared() {
        Api.asAdmin().post("/api/v1/directory/reconcile").then().statusCode(503);
        Api.as(aziza).get("/api/v1/me").then().statusCode(200);
    }

    private static Report aReportClaimedBy(Person person) {
        Report report = Report.inTheQueueOf(person);
        Api.as(person).post(report.path() + "/claim").then().statusCode(200);
        return report;
    }

    private static Response change(Person person, String how) {
        return Api.asAdmin().post("/api/v1/directory/people/" + person.subject() + "/" + how);
    }

    private Response invite(String handle, List<String> roles) {
        return Api.asAdmin()
                .body(Map.of(
                        "handle",
                        handle,
                        "organisation",
                        aziza.team().organisation().value(),
                        "teams",
                        List.of(aziza.team().id().value()),
                        "languages",
                        List.of("ru"),
                        "onCall",
                        false,
                        "roles",
                        roles))
                .post("/api/v1/directory/people");
    }

    private static List<String> audited(Person person) {
        return Sql.read("SELECT what FROM audit WHERE chain = 'directory' AND subject = ?", person.subject());
    }
}
