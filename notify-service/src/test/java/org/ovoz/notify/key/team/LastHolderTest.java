package org.ovoz.notify.key.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class LastHolderTest {

    private Team team;
    private Person aziza;
    private Person bek;

    @BeforeEach
    void aTeamWhoseKeysOneHolds() {
        team = Team.aTeam();
        aziza = Person.aResponderOf(team);
        bek = Person.aResponderOf(team);
        OwnKey.keptBy(aziza).given(aziza, team, kid()).then().statusCode(204);
    }

    @Test
    void theLastHolderIsStoppedOnlyByWhoeverSaysSoTwice() {
        suspend(aziza, "")
                .then()
                .statusCode(409)
                .body("type", endsWith("last-holder"))
                .body("teams", contains(team.id().value()));
        delete(aziza, "").then().statusCode(409);
        move(aziza, "", List.of()).then().statusCode(409);
        assertThat(state(aziza)).containsExactly("active");
        suspend(aziza, "?despite=anything").then().statusCode(400);
        suspend(aziza, "?despite=last-holder").then().statusCode(200);
        assertThat(state(aziza)).containsExactly("suspended");
        suspend(aziza, "").then().statusCode(200);
    }

    @Test
    void oneOfTwoIsStoppedAtOnce() {
        OwnKey.keptBy(bek).given(aziza, team, kid()).then().statusCode(204);
        suspend(aziza, "").then().statusCode(200);
        delete(bek, "").then().statusCode(409);
    }

    @Test
    void whoeverNobodyVouchedForIsNoSecondHolder() {
        OwnKey.keptBy(bek).given(aziza, team, kid()).then().statusCode(204);
        Sql.change("DELETE FROM admission WHERE person = ?", bek.id());
        suspend(aziza, "").then().statusCode(409);
        suspend(bek, "").then().statusCode(200);
    }

    @Test
    void whoeverHoldsNothingOrStaysIsNoReasonToWarn() {
        suspend(bek, "").then().statusCode(200);
        team.suspend().then().statusCode(200);
        suspend(aziza, "").then().statusCode(200);
    }

    @Test
    void keysOfAYearAgoAreToldUntilThereAreNewOnes() {
        Sql.change("UPDATE team SET keys_since = keys_since - interval '366 days' WHERE id = ?", "" + team.id());
        Eventually.so(() -> assertThat(old()).containsExactly("" + team.id()));
        team.publish(team.signed(2)).then().statusCode(200);
        assertThat(Sql.read(
                        "SELECT 1 FROM team WHERE id = ? AND keys_since < changed_at - interval '365 days'",
                        "" + team.id()))
                .as("another record with the same keys makes them no younger")
                .hasSize(1);
        Team rotated = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        rotated.publish(rotated.signed(3)).then().statusCode(200);
        Eventually.so(() -> assertThat(old()).isEmpty());
    }

    private String kid() {
        return Keys.kidOf(team.encryption());
    }

    private List<String> old() {
        return Sql.read(
                "SELECT subject FROM notice WHERE kind = 'keys-old' AND subject = ? AND ended_at IS NULL",
                "" + team.id());
    }

    private static List<String> state(Person person) {
        return Sql.read("SELECT state FROM person WHERE subject = ?", person.subject());
    }

    private static Response suspend(Person person, String despite) {
        return Api.asAdmin().post("/api/v1/directory/people/" + person.subject() + "/suspend" + despite);
    }

    private static Response delete(Person person, String despite) {
        return Api.asAdmin().delete("/api/v1/directory/people/" + person.subject() + despite);
    }

    private static Response move(Person person, String despite, List<String> teams) {
        return Api.asAdmin()
                .body(Map.of("organisation", person.team().organisation().value(), "teams", teams))
                .post("/api/v1/directory/people/" + person.subject() + "/move" + despite);
    }
}
