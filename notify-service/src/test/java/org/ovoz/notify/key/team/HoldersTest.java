package org.ovoz.notify.key.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.Admission;
import org.ovoz.contracts.team.SignedAdmission;
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
        String admission = (String) member(bek, "admission").getFirst();
        assertThat(SignedAdmission.verify(admission, team.order()))
                .isEqualTo(new Admission(team.id(), "" + bek.id(), beks.kid(), LocalDate.of(2026, 3, 1)));
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
        azizas.given(bek, rotated, kid).then().statusCode(409);
        azizas.given(aziza, rotated, today).then().statusCode(204);
        beks.given(aziza, rotated, kid, today).then().statusCode(204);
        assertThat(member(bek, "admission")).doesNotContainNull();
        beks.read().then().body("teams.kid", contains(today, kid));
    }

    @Test
    void theNextKeyIsKeptByItsMakerFirstGivenOnThenAndProposedLast() {
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        String nextKid = Keys.kidOf(next.encryption());
        OwnKey beks = OwnKey.keptBy(bek);
        beks.given(aziza, next, nextKid).then().statusCode(409);
        azizas.given(aziza, next, nextKid).then().statusCode(204);
        beks.given(aziza, next, nextKid).then().statusCode(204);
        assertThat(member(bek, "holds")).as("today's").isEqualTo(List.of(false));
        String proposed = next.proposedBy(team.order(), 2);
        propose(Person.aResponderOf(Team.aTeam()), proposed).then().statusCode(404);
        propose(aziza, proposed).then().statusCode(204);
        assertThat(proposals()).containsExactly(proposed);
        next.publish(next.signed(2)).then().statusCode(200);
        assertThat(proposals()).isEmpty();
        assertThat(member(bek, "holds")).isEqualTo(List.of(true));
    }

    @Test
    void todaysKeysAreGivenWithTheSignatureOfOneWhoHoldsThemForThisKeyOfThisMemberOnly() {
        OwnKey beks = OwnKey.keptBy(bek);
        Team forged = new Team(team.id(), team.organisation(), team.encryption(), Keys.generate());
        admissionRefused(beks, "aa.bb.cc");
        admissionRefused(beks, OwnKey.admission(forged, "" + bek.id(), beks.kid()));
        admissionRefused(beks, OwnKey.admission(Team.aTeam(), "" + bek.id(), beks.kid()));
        admissionRefused(beks, OwnKey.admission(team, "" + aziza.id(), beks.kid()));
        admissionRefused(beks, OwnKey.admission(team, "" + bek.id(), azizas.kid()));
        admissionRefused(beks, team.proposedBy(team.order(), 2));
        beks.read().then().body("teams", empty());
        beks.given(bek, forged, kid).then().statusCode(422);
        beks.given(bek, team, kid).then().statusCode(204);
    }

    private void admissionRefused(OwnKey beks, String admission) {
        OwnKey.give(aziza, team, bek.id(), beks.kid(), admission, List.of(kid))
                .then()
                .statusCode(422)
                .body("type", endsWith("admission-refused"));
    }

    @Test
    void aProposalIsOfThisTeamAndSignedWithItsKeyOfToday() {
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        for (String jws : List.of(
                "aa.bb.cc",
                next.proposedBy(next.order(), 2),
                next.signedBy(team.order(), 2),
                Team.aTeam().proposedBy(team.order(), 2))) {
            propose(aziza, jws).then().statusCode(422).body("type", endsWith("proposal-refused"));
        }
        assertThat(proposals()).isEmpty();
        propose(aziza, next.proposedBy(team.order(), 2)).then().statusCode(204);
    }

    @Test
    void keysThatSomebodyHasSeenWhoIsStoppedAreNotProposedAnyMore() {
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        OwnKey beks = OwnKey.keptBy(bek);
        beks.given(aziza, team, kid).then().statusCode(204);
        azizas.given(aziza, next, Keys.kidOf(next.encryption())).then().statusCode(204);
        propose(aziza, next.proposedBy(team.order(), 2)).then().statusCode(204);
        Person chinara = Person.aResponderOf(team);
        suspend(chinara);
        assertThat(proposals()).as("chinara has seen nothing").hasSize(1);
        beks.given(aziza, next, Keys.kidOf(next.encryption())).then().statusCode(204);
        suspend(bek);
        assertThat(proposals()).isEmpty();
        assertThat(notices("rotate-key")).containsExactly(team.id() + "/" + kid);
        assertThat(Sql.read("SELECT what FROM audit WHERE subject = ?", "" + team.id()))
                .contains("proposal-dropped");
    }

    private static void suspend(Person person) {
        suspend(person, "");
    }

    private static void suspend(Person person, String despite) {
        Api.asAdmin()
                .post("/api/v1/directory/people/" + person.subject() + "/suspend" + despite)
                .then()
                .statusCode(200);
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
        suspend(bek);
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
    void aTeamThatHasLostEverybodyIsWarnedOf() {
        OwnKey.keptBy(bek).given(aziza, team, kid).then().statusCode(204);
        suspend(aziza);
        suspend(bek, "?despite=last-holder");
        Eventually.so(() -> assertThat(notices("few-holders")).containsExactly("" + team.id()));
    }

    @Test
    void whoeverNobodyVouchedForIsNoHolder() {
        OwnKey.keptBy(bek).given(aziza, team, kid).then().statusCode(204);
        Sql.change("DELETE FROM admission WHERE person = ?", bek.id());
        Eventually.so(() -> assertThat(notices("few-holders")).containsExactly("" + team.id()));
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
