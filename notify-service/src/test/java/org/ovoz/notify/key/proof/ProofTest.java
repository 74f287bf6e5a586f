package org.ovoz.notify.key.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ProofTest {

    private static final String OTHER = "eyJ0.other.aaaa.bbbb.cccc";

    private Person aziza;
    private OwnKey key;

    @BeforeEach
    void aKey() {
        aziza = Person.aResponderOf(Team.aTeam());
        key = OwnKey.keptBy(aziza);
    }

    @Test
    void aStolenSessionChangesNothingOfWhatOpensTheKey() {
        UUID passkey = Ids.random();
        UUID device = Ids.random();
        passkey(key.proven(), passkey).then().statusCode(204);
        device(key.proven(), device).then().statusCode(204);
        String before = key.read().asString();
        for (RequestSpecification stolen : List.of(session(), session().header(OwnKey.PROOF, guess()))) {
            refused(words(stolen));
        }
        refused(passkey(session(), Ids.random()));
        refused(session().delete(OwnKey.MINE + "/passkeys/" + passkey));
        refused(device(session(), Ids.random()));
        refused(session().delete("/api/v1/me/devices/" + device));
        session().header(OwnKey.PROOF, "nonsense").put(OwnKey.MINE).then().statusCode(400);
        assertThat(key.read().asString()).isEqualTo(before);
        Api.as(aziza).get("/api/v1/me/devices").then().body("devices", hasSize(1));
    }

    @Test
    void whoeverHasTheKeyInHandGivesItNewWords() {
        words(key.proven()).then().statusCode(200);
        key.read().then().body("wraps.jwe[0]", equalTo(OTHER)).body("kid", equalTo(key.kid()));
        assertThat(Sql.read("SELECT what FROM audit WHERE who = ?", aziza.id())).contains("words-changed");
        words(session()).then().statusCode(200);
    }

    @Test
    void anAnswerCountsOnceForItsPersonAndItsKey() {
        String once = key.proof();
        passkey(session().header(OwnKey.PROOF, once), Ids.random()).then().statusCode(204);
        refused(passkey(session().header(OwnKey.PROOF, once), Ids.random()));
        Person bek = Person.aResponderOf(aziza.team());
        String beks = OwnKey.keptBy(bek).proof();
        refused(passkey(session().header(OwnKey.PROOF, beks), Ids.random()));
        String old = key.proof();
        OwnKey next = OwnKey.of(aziza);
        next.keep(key.kid()).then().statusCode(200);
        refused(passkey(session().header(OwnKey.PROOF, old), Ids.random()));
    }

    @Test
    void anAnswerCountsForSomeMinutesAndWhoeverAsksAndAsksFillsNothing() {
        String late = key.proof();
        Sql.change("UPDATE key_challenge SET made_at = made_at - interval '11 minutes' WHERE person = ?", aziza.id());
        refused(passkey(session().header(OwnKey.PROOF, late), Ids.random()));
        for (int i = 0; i < 12; i++) {
            session().post(OwnKey.MINE + "/challenge").then().statusCode(200);
        }
        assertThat(Sql.read("SELECT 1 FROM key_challenge WHERE person = ?", aziza.id()))
                .hasSize(8);
    }

    @Test
    void theDatabaseHoldsNoAnswer() {
        String proof = key.proof();
        assertThat(Sql.read("SELECT key_challenge::text FROM key_challenge WHERE person = ?", aziza.id()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(proof.substring(37)));
    }

    @Test
    void withoutAKeyThereIsNothingToShow() {
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(bek).post(OwnKey.MINE + "/challenge").then().statusCode(404).body("type", endsWith("no-key"));
        Api.as(bek).get("/api/v1/me/devices").then().body("devices", empty());
    }

    @Test
    void aChallengeNamesTheKeyThatHasToOpenIt() {
        String jwe = session().post(OwnKey.MINE + "/challenge").jsonPath().getString("jwe");
        String header = new String(Base64.getUrlDecoder().decode(jwe.split("\\.")[0]), StandardCharsets.UTF_8);
        assertThat(header).contains("ovoz-key-challenge", Keys.kidOf(key.key()));
    }

    private RequestSpecification session() {
        return Api.as(aziza).contentType(ContentType.JSON);
    }

    /** The challenge is known to whoever has the session; the word in it is not. */
    private String guess() {
        String id = session().post(OwnKey.MINE + "/challenge").jsonPath().getString("id");
        return id + "." + "A".repeat(43);
    }

    private Response words(RequestSpecification as) {
        return as.body(Map.of("publicKey", key.key().toPublicJWK().toJSONObject(), "words", OTHER))
                .put(OwnKey.MINE);
    }

    private static Response passkey(RequestSpecification as, UUID id) {
        return as.body(Map.of("jwe", OTHER, "credential", "AAAA")).put(OwnKey.MINE + "/passkeys/" + id);
    }

    private static Response device(RequestSpecification as, UUID id) {
        String word = "r".repeat(42) + "A";
        return as.body(Map.of("jwe", OTHER, "proof", word, "share", word)).put("/api/v1/me/devices/" + id);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("type", endsWith("proof-refused"));
    }
}
