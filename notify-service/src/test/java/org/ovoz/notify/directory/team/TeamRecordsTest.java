package org.ovoz.notify.directory.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Team;

@DeskTest
class TeamRecordsTest {

    private Team team;

    @BeforeEach
    void aTeamThatWasPublished() {
        team = Team.aTeam();
    }

    @Test
    void aSignedRecordIsKeptAndToldToIntakeAsItWasSigned() {
        String next = team.signed(2);
        team.publish(next).then().statusCode(200).body("version", equalTo(2)).body("suspended", equalTo(false));
        Eventually.so(() -> assertThat(onTheBus()).last().satisfies(record -> {
            assertThat(text(record)).isEqualTo(next);
            assertThat(header(record, "ce_type")).isEqualTo(SignedTeamRecord.TYPE);
            assertThat(header(record, "ce_sequence")).isEqualTo("2");
            assertThat(header(record, "content-type")).isEqualTo("application/jose");
        }));
        Api.asAdmin().get("/api/v1/directory/teams").then().body("teams.record", hasItem(next));
    }

    @Test
    void aRecordThatTheLineDidNotSignIsRefused() {
        String changed = team.signed(2).replaceFirst("\\.[^.]+\\.", ".e30.");
        for (String forged : List.of(team.signedBy(Keys.generate(), 2), changed, "a.b.c", "")) {
            team.publish(forged).then().statusCode(422).contentType("application/problem+json");
        }
        team.publish(team.signedBy(Keys.generate(), 2)).then().body("type", equalTo("urn:ovoz:problem:team-signature"));
        assertThat(onTheBus())
                .allSatisfy(record -> assertThat(header(record, "ce_sequence")).isEqualTo("1"));
    }

    @Test
    void aLowerVersionIsRefusedAndTheVerySameRecordIsNot() {
        String third = team.signed(3);
        team.publish(third).then().statusCode(200);
        team.publish(team.signed(2)).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:team-version"));
        team.publish(team.signed(3)).then().statusCode(409);
        team.publish(third).then().statusCode(200).body("suspended", equalTo(false));
        team.suspend().then().statusCode(200);
        team.publish(third).then().statusCode(200).body("suspended", equalTo(true));
    }

    @Test
    void aSuspendedTeamIsOutAtOnceAndIntakeIsTold() {
        Person aziza = Person.aResponderOf(team);
        Report report = Report.inTheQueueOf(aziza);
        team.suspend().then().statusCode(200).body("suspended", equalTo(true));
        Api.as(aziza).get(report.path()).then().statusCode(404);
        Api.as(aziza).get("/api/v1/cases").then().body("cases", empty());
        Api.as(aziza).get("/api/v1/me").then().body("teams", empty());
        Eventually.so(() -> assertThat(onTheBus()).last().satisfies(record -> {
            assertThat(header(record, "ce_type")).isEqualTo(TeamSuspended.TYPE);
            assertThat(Json.read(text(record), TeamSuspended.class).team()).isEqualTo(team.id());
        }));
    }

    @Test
    void aHigherSignedVersionLiftsASuspension() {
        Person aziza = Person.aResponderOf(team);
        Report report = Report.inTheQueueOf(aziza);
        team.suspend().then().statusCode(200);
        team.publish(team.signed(2)).then().statusCode(200);
        Api.as(aziza).get(report.path()).then().statusCode(200);
    }

    @Test
    void aTeamThatIsNotThereCannotBeSuspended() {
        Api.asAdmin()
                .post("/api/v1/directory/teams/no-such-team/suspend")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ovoz:problem:unknown-team"));
        Api.asAdmin().post("/api/v1/directory/teams/NO/suspend").then().statusCode(400);
    }

    @Test
    void onlyAdministratorsChangeTeams() {
        Person aziza = Person.aResponderOf(team);
        Api.as(aziza)
                .contentType("application/jose")
                .body(team.signed(2).getBytes(StandardCharsets.US_ASCII))
                .put("/api/v1/directory/teams")
                .then()
                .statusCode(403);
        Api.as(aziza)
                .post("/api/v1/directory/teams/" + team.id() + "/suspend")
                .then()
                .statusCode(403);
    }

    private List<ConsumerRecord<String, byte[]>> onTheBus() {
        return Bus.read(Topics.TEAMS, team.id().value());
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
