package org.ovoz.notify.key.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.jwk.ECKey;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class RecoveryTest {

    private static final String RECOVERY = "/api/v1/recovery";

    private Team team;
    private Person aziza;
    private Person bek;
    private final ECKey paper = Keys.generate();

    @BeforeEach
    void aTeamWhoseKeysTwoHold() {
        team = Team.aTeam();
        aziza = Person.aResponderOf(team);
        bek = Person.aResponderOf(team);
        OwnKey.keptBy(aziza).given(aziza, team, kid(team)).then().statusCode(204);
        OwnKey.keptBy(bek).given(aziza, team, kid(team)).then().statusCode(204);
    }

    @Test
    void aRecoveryKeyIsThereForTheOrganisationWithTheKeysOfTheTeamsOneIsIn() {
        recoveries(aziza).body("recoveries", empty());
        add(aziza, paper, team).then().statusCode(409).body("type", endsWith("recovery-replaced"));
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        recoveries(bek)
                .body("recoveries.kid", contains(Keys.kidOf(paper)))
                .body("recoveries[0].needed", equalTo(2))
                .body("recoveries[0].publicKey.x", equalTo(paper.getX().toString()))
                .body("recoveries[0].packages.team", contains(team.id().value()))
                .body("recoveries[0].packages.record", hasSize(1))
                .body("recoveries[0].drilledAt", nullValue());
        Team other = Team.aTeamOf(team.organisation().value());
        recoveries(Person.aResponderOf(other)).body("recoveries.packages", contains(empty()));
        recoveries(Person.aCoordinatorOf(team)).body("recoveries.packages", contains(empty()));
        Person stranger = Person.aResponderOf(Team.aTeam());
        recoveries(stranger).body("recoveries", empty());
        add(stranger, paper, team).then().statusCode(404);
        add(stranger, paper, stranger.team()).then().statusCode(409).body("type", endsWith("recovery-replaced"));
        set(stranger, paper, 3, 2, stranger.team()).then().statusCode(422).body("type", endsWith("recovery-refused"));
        recoveries(bek).body("recoveries[0].packages", hasSize(1));
    }

    @Test
    void newPapersVoidThoseOfTheSameKeysAndLeaveThoseOfAnotherTeam() {
        Team other = Team.aTeamOf(team.organisation().value());
        Person chinara = Person.aResponderOf(other);
        ECKey others = Keys.generate();
        set(chinara, others, 2, 2, other).then().statusCode(204);
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        recoveries(chinara)
                .body("recoveries.kid", containsInAnyOrder(Keys.kidOf(paper), Keys.kidOf(others)))
                .body(
                        "recoveries.find { it.shares == 2 }.packages.team",
                        contains(other.id().value()));
        ECKey next = Keys.generate();
        set(bek, next, 5, 3, team).then().statusCode(204);
        recoveries(aziza).body("recoveries.kid", containsInAnyOrder(Keys.kidOf(next), Keys.kidOf(others)));
        assertThat(notices(paper)).as("nobody can try them any more").isEmpty();
        assertThat(notices(next)).hasSize(1);
        add(aziza, paper, team).then().statusCode(409);
    }

    @Test
    void papersThatStillOpenOneTeamStayForThatOne() {
        Team other = Team.aTeamOf(team.organisation().value());
        Person both = Person.aCoordinatorWhoAnswersIn(team);
        set(both, paper, 3, 2, team, other).then().statusCode(204);
        ECKey next = Keys.generate();
        set(aziza, next, 3, 2, team).then().statusCode(204);
        Person chinara = Person.aResponderOf(other);
        recoveries(chinara)
                .body(
                        "recoveries.find { it.kid == '" + Keys.kidOf(paper) + "' }.packages.team",
                        contains(other.id().value()));
        recoveries(aziza)
                .body("recoveries.kid", contains(Keys.kidOf(next), Keys.kidOf(paper)))
                .body("recoveries.packages.flatten().team", contains(team.id().value()));
    }

    @Test
    void theCoordinatorsHearOfANewOneUntilSomebodyElseThanItsMakerHasTriedIt() {
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        assertThat(notices(paper)).hasSize(1);
        drill(aziza, paper).then().statusCode(204);
        recoveries(aziza).body("recoveries[0].drilledAt", notNullValue());
        assertThat(notices(paper)).as("she made them herself").hasSize(1);
        drill(bek, paper).then().statusCode(204);
        assertThat(notices(paper)).isEmpty();
    }

    @Test
    void theNextKeyOfATeamIsAddedByOneWhoHoldsItAndThatIsWrittenDown() {
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        Team next = new Team(team.id(), team.organisation(), Keys.generate(), Keys.generate());
        add(aziza, paper, next).then().statusCode(409).body("type", endsWith("unknown-key"));
        OwnKey.give(aziza, next, aziza.id(), ownKid(aziza), kid(next)).then().statusCode(204);
        add(aziza, paper, next).then().statusCode(204);
        recoveries(bek).body("recoveries[0].packages.kid", contains(kid(team), kid(next)));
        assertThat(Sql.read("SELECT what FROM audit WHERE who = ?", aziza.id()))
                .contains("recovery-made", "recovery-package-added");
    }

    @Test
    void todaysKeysAreKeptIfOneWhoHoldsThemVouchesForTheRecoveryKeyOnly() {
        Team forged = new Team(team.id(), team.organisation(), team.encryption(), Keys.generate());
        ECKey another = Keys.generate();
        refused(OwnKey.admission(forged, "recovery", Keys.kidOf(paper)));
        refused(OwnKey.admission(team, "" + aziza.id(), Keys.kidOf(paper)));
        refused(OwnKey.admission(team, "recovery", Keys.kidOf(another)));
        recoveries(aziza).body("recoveries", empty());
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        add(aziza, paper, forged).then().statusCode(422).body("type", endsWith("admission-refused"));
    }

    @Test
    void whatCannotBeIsRefused() {
        set(aziza, paper, 2, 3, team).then().statusCode(422).body("type", endsWith("recovery-refused"));
        set(aziza, paper, 1, 1, team).then().statusCode(400);
        set(aziza, paper, 3, 2, Team.aTeam()).then().statusCode(422);
        String path = RECOVERY + "/" + Keys.kidOf(paper);
        Api.as(aziza).post(path + "/challenge").then().statusCode(404);
        Api.as(aziza).post(path + "/drill").then().statusCode(404);
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        Person stranger = Person.aResponderOf(Team.aTeam());
        Api.as(stranger).post(path + "/challenge").then().statusCode(404);
        Api.as(stranger).post(path + "/drill").then().statusCode(404);
    }

    private void refused(String admission) {
        put(aziza, RECOVERY, form(paper, 3, 2, List.of(sealed(team, admission))))
                .then()
                .statusCode(422)
                .body("type", endsWith("admission-refused"));
    }

    private static List<String> notices(ECKey recovery) {
        return Sql.read(
                "SELECT subject FROM notice WHERE kind = 'recovery-replaced' AND subject = ? AND ended_at IS NULL",
                Keys.kidOf(recovery));
    }

    private static ValidatableResponse recoveries(Person person) {
        return Api.as(person).get(RECOVERY).then().statusCode(200);
    }

    @Test
    void aDrillIsReportedByWhoeverBroughtTheKeyBack() {
        set(aziza, paper, 3, 2, team).then().statusCode(204);
        String path = RECOVERY + "/" + Keys.kidOf(paper);
        Api.as(bek).post(path + "/drill").then().statusCode(403).body("type", endsWith("proof-refused"));
        OwnKey beks = OwnKey.of(bek);
        beks.keep(ownKid(bek)).then().statusCode(200);
        beks.proven().post(path + "/drill").then().statusCode(403);
        String azizas = OwnKey.proof(aziza, path + "/challenge", paper);
        Api.as(bek).header(OwnKey.PROOF, azizas).post(path + "/drill").then().statusCode(403);
        assertThat(notices(paper)).hasSize(1);
        drill(bek, paper).then().statusCode(204);
        assertThat(notices(paper)).isEmpty();
    }

    private static Response drill(Person person, ECKey recovery) {
        String path = RECOVERY + "/" + Keys.kidOf(recovery);
        return Api.as(person)
                .header(OwnKey.PROOF, OwnKey.proof(person, path + "/challenge", recovery))
                .post(path + "/drill");
    }

    private static Response set(Person by, ECKey recovery, int shares, int needed, Team... of) {
        List<Map<String, String>> packages =
                Stream.of(of).map(one -> sealed(one, vouched(one, recovery))).toList();
        return put(by, RECOVERY, form(recovery, shares, needed, packages));
    }

    private static Map<String, Object> form(
            ECKey recovery, int shares, int needed, List<Map<String, String>> packages) {
        return Map.of(
                "publicKey",
                recovery.toPublicJWK().toJSONObject(),
                "shares",
                shares,
                "needed",
                needed,
                "packages",
                packages);
    }

    private static Response add(Person by, ECKey recovery, Team of) {
        Map<String, String> form = new HashMap<>(sealed(of, vouched(of, recovery)));
        form.put("recoveryKid", Keys.kidOf(recovery));
        return put(by, RECOVERY + "/packages", form);
    }

    private static Response put(Person by, String path, Object form) {
        return Api.as(by).contentType(ContentType.JSON).body(form).put(path);
    }

    private static String vouched(Team of, ECKey recovery) {
        return OwnKey.admission(of, "recovery", Keys.kidOf(recovery));
    }

    private static String kid(Team of) {
        return Keys.kidOf(of.encryption());
    }

    private static String ownKid(Person person) {
        return Api.as(person).get(OwnKey.MINE).jsonPath().getString("kid");
    }

    private static Map<String, String> sealed(Team of, String admission) {
        return Map.of("team", of.id().value(), "kid", kid(of), "jwe", "eyJ0.a.b.c.d", "admission", admission);
    }
}
