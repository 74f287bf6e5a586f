package org.ovoz.notify.key.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.Topics;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class FoundingTest {

    private static final String WANTED = "/api/v1/directory/foundings/";
    private static final String MINE = "/api/v1/me/foundings";
    private static final String SEALED = "eyJ0.first.aaaa.bbbb.cccc";

    private Person aziza;
    private OwnKey azizas;
    /** Made in her browser; nobody has signed it yet. */
    private Team team;

    /** ES256 signs otherwise each time. */
    private final Map<Object, String> signed = new HashMap<>();

    @BeforeEach
    void somebodyWhoIsAskedToFoundATeam() {
        aziza = Person.aResponderOf(Team.aTeam());
        azizas = OwnKey.keptBy(aziza);
        team = Team.aNewTeamOf(organisation());
        wanted(aziza).then().statusCode(204);
    }

    @Test
    void aTeamIsNamedItsKeysAreMadeTheLineSignsAndItsFounderHoldsThem() {
        Api.as(aziza)
                .get(MINE)
                .then()
                .body("foundings.team", contains(team.id().value()))
                .body("foundings[0].terms.languages", contains("uz-Latn"))
                .body("foundings[0].jws", nullValue());
        found(azizas).then().statusCode(204);
        wantedTeams().then().body(ours("by"), equalTo(aziza.handle())).body(ours("jws"), equalTo(first()));
        assertThat(onTheBus()).as("nothing is addressed to it").isEmpty();
        Api.as(aziza).get("/api/v1/teams/" + team.id() + "/holders").then().statusCode(404);

        String record = team.signed(1);
        team.publish(record).then().statusCode(200);
        azizas.read().then().body("teams.find { it.team == '" + team.id() + "' }.jwe", equalTo(SEALED));
        Api.as(aziza)
                .get("/api/v1/me")
                .then()
                .body("teams.id", hasItem(team.id().value()));
        Api.as(aziza)
                .get("/api/v1/teams/" + team.id() + "/holders")
                .then()
                .body("members.find { it.handle == '" + aziza.handle() + "' }.holds", equalTo(true))
                .body("members.find { it.handle == '" + aziza.handle() + "' }.admission", equalTo(admission(azizas)));
        Api.as(aziza).get(MINE).then().body("foundings", empty());
        Eventually.so(() -> assertThat(onTheBus()).hasSize(1));
        assertThat(Sql.read("SELECT what FROM audit WHERE subject = ? ORDER BY at", "" + team.id()))
                .containsExactlyInAnyOrder("team-named", "team-founding-proposed", "team-founded", "team-published");
        assertThat(Report.inTheQueueOf(aziza)).isNotNull();
        team.publish(record).then().statusCode(200);
    }

    @Test
    void whatTheFounderProposesIsTheTeamThatWasNamedSignedWithItsOwnKey() {
        Team forged = new Team(team.id(), team.organisation(), team.encryption(), Keys.generate());
        Team other = Team.aNewTeamOf(organisation());
        for (String jws : List.of(
                "aa.bb.cc",
                team.proposedBy(Keys.generate(), 1),
                team.proposedBy(team.order(), 2),
                other.proposedBy(other.order(), 1),
                team.signed(1))) {
            found(azizas, jws, azizas.kid(), admission(azizas))
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("proposal-refused"));
        }
        found(azizas, first(), azizas.kid(), OwnKey.admission(forged, "" + aziza.id(), azizas.kid()))
                .then()
                .statusCode(422);
        found(azizas, first(), "another", admission(azizas))
                .then()
                .statusCode(409)
                .body("type", endsWith("key-changed"));
        wantedTeams().then().body(ours("jws"), nullValue());
    }

    @Test
    void nobodyElseFoundsIt() {
        Person bek = Person.aResponderOf(aziza.team());
        OwnKey beks = OwnKey.keptBy(bek);
        Api.as(bek).get(MINE).then().body("foundings", empty());
        found(beks).then().statusCode(404);
        Api.as(bek).get(WANTED).then().statusCode(403);
    }

    @Test
    void keysWhoseFounderIsStoppedOrHasAnotherKeyAreVoidAndTheirRecordIsNotPublished() {
        found(azizas).then().statusCode(204);
        OwnKey next = OwnKey.of(aziza);
        next.keep(azizas.kid()).then().statusCode(200);
        wantedTeams().then().body(ours("jws"), nullValue());
        team.publish(team.signed(1)).then().statusCode(409).body("type", endsWith("founding-changed"));
        assertThat(onTheBus()).isEmpty();
        found(next).then().statusCode(204);
        Api.asAdmin()
                .post("/api/v1/directory/people/" + aziza.subject() + "/suspend")
                .then()
                .statusCode(200);
        wantedTeams().then().body(ours("jws"), nullValue());
        team.publish(team.signed(1)).then().statusCode(409);
    }

    @Test
    void otherTermsOrAnotherFounderVoidTheKeysAndTheSameOnceMoreDoesNot() {
        found(azizas).then().statusCode(204);
        wanted(aziza).then().statusCode(204);
        wantedTeams().then().body(ours("jws"), equalTo(first()));
        Person bek = Person.aResponderOf(aziza.team());
        wanted(bek).then().statusCode(204);
        wantedTeams().then().body(ours("jws"), nullValue()).body(ours("by"), equalTo(bek.handle()));
        found(azizas).then().statusCode(404);
    }

    @Test
    void onlyAPersonOfAnOrganisationThatIsThereFoundsATeamThatIsNot() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        wanted(stranger).then().statusCode(422).body("type", endsWith("founding-refused"));
        name(aziza.team(), aziza, terms(aziza.team())).then().statusCode(409).body("type", endsWith("team-exists"));
        Team nowhere = Team.aNewTeamOf("no-such-organisation");
        name(nowhere, aziza, terms(nowhere)).then().statusCode(422);
        name(team, aziza, Map.of("organisation", organisation())).then().statusCode(400);
    }

    @Test
    void whatIsNotWantedAnyMoreIsGone() {
        found(azizas).then().statusCode(204);
        Api.asAdmin().delete(WANTED + team.id()).then().statusCode(204);
        Api.asAdmin().delete(WANTED + team.id()).then().statusCode(404);
        Api.as(aziza).get(MINE).then().body("foundings", empty());
        team.publish(team.signed(1)).then().statusCode(200);
        azizas.read().then().body("teams", empty());
    }

    private String organisation() {
        return aziza.team().organisation().value();
    }

    private Response wanted(Person founder) {
        return name(team, founder, terms(team));
    }

    private static Response name(Team team, Person founder, Map<String, Object> terms) {
        return Api.asAdmin()
                .body(Map.of("founder", founder.id(), "terms", terms))
                .put(WANTED + team.id());
    }

    /** As a team of tests has them. */
    private static Map<String, Object> terms(Team team) {
        return Map.of(
                "organisation",
                team.organisation().value(),
                "languages",
                List.of("uz-Latn"),
                "regions",
                List.of("ZZ"),
                "needs",
                List.of(),
                "childQualified",
                true,
                "womanAnswers",
                false,
                "communities",
                List.of(),
                "escalation",
                false);
    }

    private String first() {
        return signed.computeIfAbsent(team, any -> team.proposedBy(team.order(), 1));
    }

    private String admission(OwnKey of) {
        return signed.computeIfAbsent(
                of, any -> OwnKey.admission(team, "" + of.person().id(), of.kid()));
    }

    private Response found(OwnKey by) {
        return found(by, first(), by.kid(), admission(by));
    }

    private Response found(OwnKey by, String jws, String personKid, String admission) {
        return Api.as(by.person())
                .contentType(ContentType.JSON)
                .body(Map.of("jws", jws, "personKid", personKid, "jwe", SEALED, "admission", admission))
                .put(MINE + "/" + team.id());
    }

    private static Response wantedTeams() {
        return Api.asAdmin().get(WANTED);
    }

    private String ours(String what) {
        return "foundings.find { it.team == '" + team.id() + "' }." + what;
    }

    private List<?> onTheBus() {
        return Bus.read(Topics.TEAMS, team.id().value());
    }
}
