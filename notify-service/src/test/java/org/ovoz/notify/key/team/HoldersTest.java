package org.ovoz.notify.key.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class HoldersTest {

    private Team team;
    private String kid;
    private Person aziza;
    private Person bek;
    private OwnKey azizas;

    @BeforeEach
    void aTeamWhoseKeyOneHolds() {
        team = Team.aTeam();
        kid = Keys.kidOf(team.encryption());
        aziza = Person.aResponderOf(team);
        bek = Person.aResponderOf(team);
        azizas = OwnKey.keptBy(aziza);
        azizas.given(aziza, team, kid).then().statusCode(204);
    }

    @Test
    void theDeskKnowsATeamsKeyByItsThumbprint() {
        holders(aziza).then().statusCode(200).body("kid", equalTo(kid));
    }

    @Test
    void aMemberIsLetInAndReadsTheTeamsKeyWithItsSignedRecord() {
        OwnKey beks = OwnKey.keptBy(bek);
        assertThat(member(bek, "holds")).isEqualTo(List.of(false));
        assertThat(member(bek, "kid")).isEqualTo(List.of(beks.kid()));
        beks.given(aziza, team, kid).then().statusCode(204);
        assertThat(member(bek, "holds")).isEqualTo(List.of(true));
        assertThat(member(bek, "admission")).isEqualTo(List.of("aa.bb.cc"));
        beks.read()
                .then()
                .body("teams.kid", contains(kid))
                .body("teams.record", contains(team.signed(1).split("\\.")[0] + "." + record()));
    }

    @Test
    void nobodyOutsideTheTeamGivesOrSeesAnything() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        OwnKey beks = OwnKey.keptBy(bek);
        beks.given(stranger, team, kid).then().statusCode(404);
        OwnKey strangers = OwnKey.keptBy(stranger);
        strangers.given(aziza, team, kid).then().statusCode(404);
        holders(stranger).then().statusCode(404);
        beks.read().then().body("teams", empty());
    }

    @Test
    void keysThatChangedOrAreNotTheTeamsAreRefusedAndNothingIsHalfGiven() {
        OwnKey lost = OwnKey.keptBy(bek);
        OwnKey beks = OwnKey.of(bek);
        beks.keep(lost.kid()).then().statusCode(200);
        lost.given(aziza, team, kid).then().statusCode(409).body("type", endsWith("key-changed"));
        beks.given(aziza, team, kid, Keys.kidOf(Keys.generate()))
                .then()
                .statusCode(409)
                .body("type", endsWith("unknown-key"));
        beks.read().then().body("teams", empty());
    }

    @Test
    void anEarlierKeyIsGivenOnByWhoeverHoldsItAndTheOneOfTodayComesFirst() {
        Team rotated = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        rotated.publish(rotated.signed(2)).then().statusCode(200);
        String today = Keys.kidOf(rotated.encryption());
        OwnKey beks = OwnKey.keptBy(bek);
        azizas.given(bek, team, kid).then().statusCode(409);
        azizas.given(aziza, team, today).then().statusCode(204);
        beks.given(aziza, team, kid, today).then().statusCode(204);
        beks.read().then().body("teams.kid", contains(today, kid));
    }

    @Test
    void theNextKeyIsKeptByItsMakerFirstGivenOnThenAndProposedLast() {
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        String nextKid = Keys.kidOf(next.encryption());
        OwnKey beks = OwnKey.keptBy(bek);
        beks.given(aziza, team, nextKid).then().statusCode(409);
        azizas.given(aziza, team, nextKid).then().statusCode(204);
        beks.given(aziza, team, nextKid).then().statusCode(204);
        assertThat(member(bek, "holds")).as("today's").isEqualTo(List.of(false));
        String proposed = next.signedBy(team.order(), 2);
        propose(Person.aResponderOf(Team.aTeam()), proposed).then().statusCode(404);
        propose(aziza, proposed).then().statusCode(204);
        assertThat(proposals()).containsExactly(proposed);
        next.publish(next.signed(2)).then().statusCode(200);
        assertThat(proposals()).isEmpty();
        assertThat(member(bek, "holds")).isEqualTo(List.of(true));
    }

    private Response propose(Person person, String jws) {
        return Api.as(person)
                .contentType("application/jose")
                .body(jws.getBytes(StandardCharsets.US_ASCII))
                .put("/api/v1/teams/" + team.id() + "/proposal");
    }

    private List<String> proposals() {
        return Api.asAdmin()
                .get("/api/v1/directory/proposals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("proposals.findAll { it.team == '" + team.id() + "' }.jws");
    }

    @Test
    void whoeverIsStoppedIsGivenNothingMoreAndTheKeyIsToBeReplaced() {
        OwnKey beks = OwnKey.keptBy(bek);
        beks.given(aziza, team, kid).then().statusCode(204);
        Api.asAdmin()
                .post("/api/v1/directory/people/" + bek.subject() + "/suspend")
                .then()
                .statusCode(200);
        assertThat(Sql.read("SELECT 1 FROM team_key WHERE person = ?", bek.id()))
                .isEmpty();
        assertThat(notices("rotate-key")).containsExactly(team.id() + "/" + kid);
        Team rotated = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        rotated.publish(rotated.signed(2)).then().statusCode(200);
        Eventually.so(() -> assertThat(notices("rotate-key")).isEmpty());
    }

    @Test
    void fewerThanTwoHoldersAreWarnedOf() {
        Eventually.so(() -> assertThat(notices("few-holders")).containsExactly("" + team.id()));
        OwnKey.keptBy(bek).given(aziza, team, kid).then().statusCode(204);
        Eventually.so(() -> assertThat(notices("few-holders")).isEmpty());
    }

    @Test
    void aKeyThatIsNotWhatItsOwnerReadOutIsTold() {
        OwnKey.keptBy(bek);
        Api.as(aziza).post(path() + "/" + bek.id() + "/mismatch").then().statusCode(204);
        assertThat(notices("key-mismatch")).containsExactly(team.id() + "/" + bek.id());
        Api.as(aziza).post(path() + "/" + Ids.random() + "/mismatch").then().statusCode(404);
    }

    private String path() {
        return "/api/v1/teams/" + team.id() + "/holders";
    }

    private Response holders(Person person) {
        return Api.as(person).get(path());
    }

    private List<Object> member(Person person, String what) {
        return holders(aziza).jsonPath().getList("members.findAll { it.handle == '" + person.handle() + "' }." + what);
    }

    private String record() {
        return Sql.read("SELECT record FROM team WHERE id = ?", team.id().value())
                .getFirst()
                .split("\\.", 2)[1];
    }

    private List<String> notices(String kind) {
        return Sql.read(
                "SELECT subject FROM notice WHERE kind = ? AND subject LIKE ? AND ended_at IS NULL",
                kind,
                team.id() + "%");
    }
}
