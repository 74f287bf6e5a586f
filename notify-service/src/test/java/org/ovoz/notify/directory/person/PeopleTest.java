package org.ovoz.notify.directory.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class PeopleTest {

    private Team team;
    private Person aziza;

    @BeforeEach
    void aPersonOfATeam() {
        team = Team.aTeam();
        aziza = Person.aResponderOf(team);
    }

    @Test
    void whereAPersonIsAlertedGoesInAndDoesNotComeOutAgain() {
        Response people = Api.asAdmin().get("/api/v1/directory/people");
        people.then().body("people.find { it.handle == '" + aziza.handle() + "' }.channels", contains("sms", "email"));
        assertThat(people.asString()).doesNotContain(aziza.sms(), aziza.email());
    }

    @Test
    void whoWasTakenOutOfATeamSeesItsReportsNoMoreFromTheNextCallOn() {
        Report report = Report.inTheQueueOf(aziza);
        save(aziza.subject(), form(aziza.handle(), List.of())).then().statusCode(204);
        Api.as(aziza).get(report.path()).then().statusCode(404);
        Api.as(aziza).get("/api/v1/cases").then().body("cases", empty());
    }

    @Test
    void whoIsPutElsewhereGivesBackWhatTheySeeNoMoreAndKeepsTheRest() {
        Person bek = Person.aResponderOf(team);
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        save(aziza.subject(), formWith(Map.of())).then().statusCode(204);
        Api.as(aziza).get(report.path()).then().body("state", equalTo("claimed"));
        save(aziza.subject(), form(aziza.handle(), List.of())).then().statusCode(204);
        Api.as(bek).get(report.path()).then().body("state", equalTo("waiting"));
    }

    @Test
    void aPersonBelongsToTeamsOfTheirOwnOrganisationOnly() {
        String stranger = Team.aTeam().id().value();
        refused(save(UUID.randomUUID().toString(), form("x" + stranger.substring(5), List.of(stranger))));
    }

    @Test
    void aHandleIsOnePersons() {
        refused(save(
                UUID.randomUUID().toString(),
                form(aziza.handle(), List.of(team.id().value()))));
    }

    @Test
    void aFormThatIsNotOneIsRefusedWithoutRepeatingIt() {
        Map<String, Object> form = new HashMap<>(form("fine", List.of()));
        form.put("channels", Map.of("sms", "not a number 12025550142"));
        Response refused = save(UUID.randomUUID().toString(), form);
        refused.then().statusCode(400).contentType("application/problem+json");
        assertThat(refused.asString()).doesNotContain("12025550142");
        save("no subject!", form("fine", List.of())).then().statusCode(400);
        Api.asAdmin()
                .body("{")
                .put("/api/v1/directory/people/" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    @Test
    void anOrganisationHasALabelForPeopleToRead() {
        String id = team.organisation().value();
        Api.asAdmin()
                .body(Map.of("label", "North"))
                .put("/api/v1/directory/organisations/" + id)
                .then()
                .statusCode(200);
        Api.asAdmin()
                .get("/api/v1/directory/organisations")
                .then()
                .body("organisations.find { it.id == '" + id + "' }.label", equalTo("North"));
    }

    @Test
    void quietHoursAndTheWordsOfATextGoInAndAreShown() {
        save(
                        aziza.subject(),
                        formWith(Map.of(
                                "quiet",
                                Map.of("from", "22:00", "until", "07:00", "zone", "Asia/Tashkent"),
                                "coverText",
                                "Shelf list {}",
                                "roles",
                                List.of("responder"))))
                .then()
                .statusCode(204);
        Api.asAdmin()
                .get("/api/v1/directory/people")
                .then()
                .rootPath("people.find { it.handle == '" + aziza.handle() + "' }")
                .body("quiet.zone", equalTo("Asia/Tashkent"))
                .body("coverText", equalTo("Shelf list {}"))
                .body("roles", contains("responder"))
                .body("state", equalTo("active"));
    }

    @Test
    void aCoverTextHasOnePlaceForTheIdNoLetterThatCostsASegmentAndNoOrganisation() {
        for (String text : List.of("Shelf list", "{} and {}", "Список {}", "Shelf {} " + "list ".repeat(8))) {
            save(aziza.subject(), formWith(Map.of("coverText", text))).then().statusCode(400);
        }
        refused(save(aziza.subject(), formWith(Map.of("coverText", "From " + team.organisation() + " {}"))));
    }

    @Test
    void rolesThatAreNotSaidStayAndAnUnknownOneIsRefused() {
        save(aziza.subject(), formWith(Map.of("roles", List.of("coordinator"))))
                .then()
                .statusCode(204);
        save(aziza.subject(), formWith(Map.of())).then().statusCode(204);
        assertThat(Sql.read("SELECT roles::text FROM person WHERE subject = ?", aziza.subject()))
                .containsExactly("{coordinator}");
        save(aziza.subject(), formWith(Map.of("roles", List.of("root")))).then().statusCode(400);
    }

    @Test
    void whoIsSuspendedIsLetInNoMoreAdministratorsToo() {
        Sql.change("UPDATE person SET state = 'suspended' WHERE subject = ?", aziza.subject());
        Api.as(aziza)
                .get("/api/v1/cases")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ovoz:problem:unknown-person"));
        String admin = DeskSetting.get().logins().token(aziza.subject(), "admin");
        Api.with(admin).get("/api/v1/directory/people").then().statusCode(403);
    }

    @Test
    void whatIsNotSaidOfTheChannelsStaysAndWhatIsEmptyIsTakenOut() {
        save(aziza.subject(), formWith(Map.of())).then().statusCode(204);
        assertThat(channels()).containsExactly(aziza.sms() + " " + aziza.email() + " -");
        save(aziza.subject(), formWith(Map.of("channels", Map.of("sms", "", "call", "+12025550199"))))
                .then()
                .statusCode(204);
        assertThat(channels()).containsExactly("- " + aziza.email() + " +12025550199");
    }

    @Test
    void aCoordinatorSeesThePeopleOfTheirOrganisationAndNoNumber() {
        Person coordinator = Person.aCoordinatorOf(team);
        Person stranger = Person.aResponderOf(Team.aTeam());
        Response colleagues = Api.as(coordinator).get("/api/v1/colleagues");
        colleagues
                .then()
                .statusCode(200)
                .body("colleagues.find { it.handle == '" + aziza.handle() + "' }.channels", contains("sms", "email"))
                .body("colleagues.find { it.handle == '" + aziza.handle() + "' }.state", equalTo("active"));
        assertThat(colleagues.asString()).doesNotContain(stranger.handle(), aziza.sms(), aziza.email());
        Api.as(aziza).get("/api/v1/colleagues").then().statusCode(403);
    }

    @Test
    void quietHoursAreTheirOwnToSetAndNumbersAreNotToBeRead() {
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("from", "22:00", "until", "06:30", "zone", "Asia/Almaty"))
                .put("/api/v1/me/alerts/quiet")
                .then()
                .statusCode(204);
        Response ways = Api.as(aziza).get("/api/v1/me/alerts");
        ways.then()
                .body("channels", contains("sms", "email"))
                .body("quiet.from", equalTo("22:00:00"))
                .body("quiet.zone", equalTo("Asia/Almaty"));
        assertThat(ways.asString()).doesNotContain(aziza.sms(), aziza.email());
        Api.as(aziza).delete("/api/v1/me/alerts/quiet").then().statusCode(204);
        Api.as(aziza).get("/api/v1/me/alerts").then().body("quiet", nullValue());
        Api.as(aziza)
                .contentType("application/json")
                .body(Map.of("from", "22:00", "until", "06:30", "zone", "Mars/Olympus"))
                .put("/api/v1/me/alerts/quiet")
                .then()
                .statusCode(400);
    }

    private List<String> channels() {
        return Sql.read(
                "SELECT coalesce(sms, '-') || ' ' || coalesce(email, '-') || ' ' || coalesce(call, '-') FROM person WHERE subject = ?",
                aziza.subject());
    }

    private Map<String, Object> formWith(Map<String, Object> more) {
        Map<String, Object> form =
                new HashMap<>(form(aziza.handle(), List.of(team.id().value())));
        form.putAll(more);
        return form;
    }

    private Map<String, Object> form(String handle, List<String> teams) {
        return Map.of(
                "handle",
                handle,
                "organisation",
                team.organisation().value(),
                "teams",
                teams,
                "languages",
                List.of("ru"),
                "onCall",
                false);
    }

    private static Response save(String subject, Map<String, Object> form) {
        return Api.asAdmin().body(form).put("/api/v1/directory/people/{subject}", subject);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(422).body("type", equalTo("urn:ovoz:problem:person-refused"));
    }
}
