package org.ovoz.notify.key.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.jwk.ECKey;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
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
    private final ECKey paper = Keys.generate();

    @BeforeEach
    void aTeam() {
        team = Team.aTeam();
        aziza = Person.aResponderOf(team);
        OwnKey.keptBy(aziza);
    }

    @Test
    void aRecoveryKeyIsThereForTheOrganisationWithItsTeamsKeys() {
        Api.as(aziza).get(RECOVERY).then().statusCode(404).body("type", endsWith("no-recovery"));
        add(aziza, team).then().statusCode(404);
        set(3, 2, team).then().statusCode(204);
        Api.as(Person.aResponderOf(team))
                .get(RECOVERY)
                .then()
                .body("kid", equalTo(Keys.kidOf(paper)))
                .body("needed", equalTo(2))
                .body("packages.team", contains(team.id().value()))
                .body("drilledAt", nullValue());
        Person stranger = Person.aResponderOf(Team.aTeam());
        Api.as(stranger).get(RECOVERY).then().statusCode(404);
        add(stranger, team).then().statusCode(404);
        add(aziza, team).then().statusCode(204);
    }

    @Test
    void aNewOneVoidsTheOneBeforeAndTheCoordinatorsHearOfItUntilItWasTried() {
        set(3, 2, team).then().statusCode(204);
        set(5, 3, team).then().statusCode(204);
        Api.as(aziza).get(RECOVERY).then().body("shares", equalTo(5));
        assertThat(notices()).hasSize(1);
        Api.as(aziza).post(RECOVERY + "/drill").then().statusCode(204);
        assertThat(notices()).isEmpty();
        Api.as(aziza).get(RECOVERY).then().body("drilledAt", notNullValue());
    }

    @Test
    void whatCannotBeIsRefused() {
        set(2, 3, team).then().statusCode(422).body("type", endsWith("recovery-refused"));
        set(1, 1, team).then().statusCode(400);
        set(3, 2, Team.aTeam()).then().statusCode(422);
        Api.as(aziza).post(RECOVERY + "/drill").then().statusCode(404);
    }

    private List<String> notices() {
        return Sql.read(
                "SELECT subject FROM notice WHERE kind = 'recovery-replaced' AND subject = ? AND ended_at IS NULL",
                Keys.kidOf(paper));
    }

    private Response set(int shares, int needed, Team of) {
        return json().body(Map.of(
                        "publicKey",
                        paper.toPublicJWK().toJSONObject(),
                        "shares",
                        shares,
                        "needed",
                        needed,
                        "packages",
                        List.of(sealed(of))))
                .put(RECOVERY);
    }

    private Response add(Person person, Team of) {
        return Api.as(person).contentType(ContentType.JSON).body(sealed(of)).put(RECOVERY + "/packages");
    }

    private io.restassured.specification.RequestSpecification json() {
        return Api.as(aziza).contentType(ContentType.JSON);
    }

    private static Map<String, String> sealed(Team of) {
        return Map.of(
                "team",
                of.id().value(),
                "kid",
                Keys.kidOf(of.encryption()),
                "jwe",
                "eyJ0.a.b.c.d",
                "admission",
                "aa.bb.cc");
    }
}
