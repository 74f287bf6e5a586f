package org.ovoz.notify.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class AccessTest {

    private static final List<String> FOR_PEOPLE = List.of("/api/v1/me", "/api/v1/cases", "/api/v1/stream");
    private static final List<String> FOR_ADMINISTRATORS = List.of(
            "/api/v1/directory/teams",
            "/api/v1/directory/people",
            "/api/v1/directory/organisations",
            "/api/v1/inbox/parked");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private Person aziza;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        for (String path :
                List.of("/api/v1/me", "/api/v1/cases", "/api/v1/stream", "/api/v1/audit", "/api/v1/inbox/parked")) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", equalTo("urn:ovoz:problem:not-signed-in"));
        }
    }

    @Test
    void aTokenThatRanOutOrThatSomebodyElseSignedIsNone() throws Exception {
        String late =
                DeskSetting.get().logins().token(aziza.subject(), Instant.now().minusSeconds(600), "responder");
        String[] parts = aziza.token().split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
        for (String token : List.of(late, forged, "x", "a.b.c")) {
            Api.with(token)
                    .get("/api/v1/cases")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:ovoz:problem:not-signed-in"));
        }
    }

    @Test
    void aTokenWithoutTheRoleIsRefused() {
        String noRole = DeskSetting.get().logins().token(aziza.subject(), "visitor");
        FOR_PEOPLE.forEach(path -> refused(Api.with(noRole).get(path)));
        FOR_ADMINISTRATORS.forEach(path -> refused(Api.as(aziza).get(path)));
        refused(Api.as(aziza).get("/api/v1/audit"));
        refused(Api.asAdmin().get("/api/v1/cases"));
        Report report = Report.inTheQueueOf(aziza);
        refused(Api.as(Person.aCoordinatorOf(aziza.team())).post(report.path() + "/claim"));
    }

    @Test
    void aLoginThatIsNotInTheDirectoryIsRefused() {
        String stranger = DeskSetting.get().logins().token("nobody-knows-me", "responder");
        FOR_PEOPLE.forEach(path -> Api.with(stranger)
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ovoz:problem:unknown-person")));
    }

    @Test
    void anotherOrganisationsReportCannotBeToldFromOneThatIsNotThere() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        Report report = Report.inTheQueueOf(aziza);
        Response theirs = Api.as(stranger).get(report.path());
        Response none = Api.as(stranger).get("/api/v1/cases/" + Ids.random());
        theirs.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ovoz:problem:unknown-report"));
        assertThat(withoutAddress(theirs)).isEqualTo(withoutAddress(none));
        assertThat(theirs.headers().asList()).hasSameSizeAs(none.headers().asList());
        Api.as(stranger).get("/api/v1/cases").then().body("cases", empty());
        Api.as(stranger).get("/api/v1/cases/not-an-id").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aCoordinatorSeesAllTeamsOfTheOrganisation() {
        Team sister = Team.aTeamOf(aziza.team().organisation().value());
        Person theirs = Person.aResponderOf(sister);
        Report first = Report.inTheQueueOf(aziza);
        Report second = Report.inTheQueueOf(theirs);
        Person coordinator = Person.aCoordinatorOf(aziza.team());
        Api.as(coordinator)
                .get("/api/v1/cases")
                .then()
                .body(
                        "cases.id",
                        containsInAnyOrder(first.id().toString(), second.id().toString()));
        Api.as(theirs)
                .get("/api/v1/cases")
                .then()
                .body("cases.id", contains(second.id().toString()));
    }

    @Test
    void theListsShowWhatIsOpenWhatIsMineAndWhatIsClosed() {
        Report open = Report.inTheQueueOf(aziza);
        Report mine = Report.inTheQueueOf(aziza);
        Report closed = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(mine.path() + "/claim").then().statusCode(200);
        org.ovoz.notify.setting.Bus.send(closed.closed());
        closed.await(aziza, seen -> seen.getString("state").equals("closed"));
        Api.as(aziza)
                .get("/api/v1/cases?state=open")
                .then()
                .body("cases.id", contains(open.id().toString(), mine.id().toString()));
        Api.as(aziza)
                .get("/api/v1/cases?state=mine")
                .then()
                .body("cases.id", contains(mine.id().toString()));
        Api.as(aziza)
                .get("/api/v1/cases?state=closed")
                .then()
                .body("cases.id", contains(closed.id().toString()));
        Api.as(aziza).get("/api/v1/cases?state=else").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void everybodyLearnsWhoTheyAreHere() {
        Api.as(aziza)
                .get("/api/v1/me")
                .then()
                .body("handle", equalTo(aziza.handle()))
                .body("organisation", equalTo(aziza.team().organisation().value()))
                .body("roles", hasItem("responder"))
                .body("teams.id", contains(aziza.team().id().value()));
    }

    @Test
    void healthAndMetricsAreOnThePortOfThoseWhoOperateItOnly() {
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        given().get(management.resolve("health/ready")).then().statusCode(200);
        given().get(management.resolve("health/live")).then().statusCode(200);
        assertThat(given().get(management.resolve("metrics")).asString())
                .contains("ovoz_inbox_parked", "ovoz_live_streams");
    }

    @Test
    void theInterfaceDescribesItself() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/cases/{id}/claim"))
                .body("paths", hasKey("/api/v1/stream"))
                .body("paths", hasKey("/api/v1/cases/{id}/orders"))
                .body("paths", hasKey("/api/v1/inbox/parked/{id}/redrive"));
    }

    @Test
    void everyEndpointNamesItsProblems() {
        JsonPath api =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Object>> paths = api.getMap("paths");
        paths.forEach((path, operations) -> operations.forEach((verb, operation) -> {
            Map<String, Object> responses = api.getMap("paths.'" + path + "'." + verb + ".responses");
            assertThat(responses)
                    .as(verb + " " + path)
                    .anySatisfy((status, any) -> assertThat(status).startsWith("2"));
            if (path.startsWith("/api/")) {
                assertThat(responses).as(verb + " " + path).containsKeys("401", "403");
            }
            responses.forEach((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    assertThat(response.toString())
                            .as(verb + " " + path + " " + status)
                            .contains("application/problem+json")
                            .containsPattern("[a-z]+-[a-z]+:");
                }
            });
        }));
        assertThat(api.getString("paths.'/api/v1/cases/{id}/claim'.post.responses.'409'.description"))
                .contains("already-claimed");
    }

    private static Map<String, Object> withoutAddress(Response problem) {
        Map<String, Object> members = problem.jsonPath().getMap("");
        members.remove("instance");
        return members;
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ovoz:problem:not-allowed"));
    }
}
