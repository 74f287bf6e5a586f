package org.ovoz.notify.directory.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class StopOrganisationTest {

    private Team team;
    private Team escalation;
    private Person aziza;
    private Person bolot;

    @BeforeEach
    void twoOrganisations() {
        team = Team.aTeam();
        escalation = Team.aTeam();
        aziza = Person.aResponderOf(team);
        bolot = Person.aResponderOf(escalation);
    }

    @Test
    void itsPeopleAreOutAndItsTeamsAreStoppedAtOnce() {
        change(team, "suspend").then().statusCode(200).body("suspended", equalTo(true));
        Api.as(aziza).get("/api/v1/cases").then().statusCode(403);
        assertThat(suspended(team)).containsExactly("t");
        assertThat(suspended(escalation)).containsExactly("f");
        Api.as(bolot).get("/api/v1/cases").then().statusCode(200);
    }

    @Test
    void itsOpenCasesAreTheEscalationTeamsAtOnceAlsoThoseThatWereReadAndHeld() {
        Report report = aReportOfBoth();
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Sql.change(
                "UPDATE report_case SET first_opened_at = received_at WHERE id = ?",
                report.id().value());
        Api.as(bolot).get(report.path()).then().statusCode(404);
        change(team, "suspend").then().statusCode(200);
        report.await(bolot, seen -> seen.getString("state").equals("waiting"));
        Api.as(bolot).post(report.path() + "/claim").then().statusCode(200);
    }

    @Test
    void aCaseThatAnotherOpenTeamAnswersStaysThere() {
        Team other = Team.aTeam();
        Person vera = Person.aResponderOf(other);
        Report report = Report.to(team).addressedTo(other).escalatingTo(escalation);
        Bus.send(report.received());
        report.await(vera, seen -> true);
        change(team, "suspend").then().statusCode(200);
        Api.as(vera).get(report.path()).then().statusCode(200);
        Api.as(bolot).get(report.path()).then().statusCode(404);
    }

    @Test
    void aStoppedTeamAloneHandsItsCasesOverToo() {
        Report report = aReportOfBoth();
        team.suspend().then().statusCode(200);
        report.await(bolot, seen -> true);
    }

    @Test
    void aRecordThatSaysThatTheTeamIsSuspendedHandsItsCasesOverToo() {
        Report report = aReportOfBoth();
        TeamRecord suspended = new TeamRecord(
                team.id(),
                team.organisation(),
                2,
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                false,
                true,
                team.encryption().toPublicJWK(),
                team.order().toPublicJWK());
        team.publish(SignedTeamRecord.sign(suspended, DeskSetting.get().administration()))
                .then()
                .statusCode(200)
                .body("suspended", equalTo(true));
        report.await(bolot, seen -> true);
    }

    @Test
    void itsTeamsComeBackWithItAndASignedRecordNotBefore() {
        change(team, "suspend").then().statusCode(200);
        team.publish(team.signed(2))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ovoz:problem:organisation-suspended"));
        change(team, "lift").then().statusCode(200).body("suspended", equalTo(false));
        Api.as(aziza).get("/api/v1/me").then().statusCode(200).body("teams.size()", equalTo(0));
        team.publish(team.signed(2)).then().statusCode(200);
        Api.as(aziza).get("/api/v1/me").then().body("teams.size()", equalTo(1));
    }

    @Test
    void anOrganisationThatIsNoneCannotBeStopped() {
        Api.asAdmin()
                .post("/api/v1/directory/organisations/nobody-at-all/suspend")
                .then()
                .statusCode(404);
        Api.asAdmin()
                .post("/api/v1/directory/organisations/nobody-at-all/lift")
                .then()
                .statusCode(404);
        Api.as(aziza)
                .post("/api/v1/directory/organisations/" + team.organisation() + "/suspend")
                .then()
                .statusCode(403);
    }

    private Report aReportOfBoth() {
        Report report = Report.to(team).escalatingTo(escalation);
        Bus.send(report.received());
        report.await(aziza, seen -> true);
        return report;
    }

    private static Response change(Team of, String how) {
        return Api.asAdmin().post("/api/v1/directory/organisations/" + of.organisation() + "/" + how);
    }

    private static List<String> suspended(Team one) {
        return Sql.read("SELECT suspended FROM team WHERE id = ?", one.id().value());
    }
}
