package org.ovoz.notify.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class MyKeyTest {

    private Person aziza;

    @BeforeEach
    void somebody() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void theFirstKeyIsKeptWithItsWordsAndTheSameAgainIsTheSame() {
        OwnKey key = OwnKey.of(aziza);
        key.read().then().statusCode(404).body("type", endsWith("no-key"));
        key.keep().then().statusCode(200).body("kid", equalTo(key.kid()));
        key.keep().then().statusCode(200);
        key.read()
                .then()
                .statusCode(200)
                .body("kid", equalTo(key.kid()))
                .body("publicKey.x", equalTo(key.key().getX().toString()))
                .body("publicKey.d", equalTo(null))
                .body("wraps.kind", contains("words"))
                .body("teams", empty());
    }

    @Test
    void anotherKeyDoesNotPushOutTheFirstByAccident() {
        OwnKey first = OwnKey.keptBy(aziza);
        OwnKey.of(aziza).keep().then().statusCode(409).body("type", endsWith("key-exists"));
        OwnKey.of(aziza).keep("another-kid").then().statusCode(409);
        first.read().then().body("kid", equalTo(first.kid()));
    }

    @Test
    void theKeyAfterALostOneTakesWithItWhatThatOpenedAndTheCoordinatorsHearOfIt() {
        OwnKey lost = OwnKey.keptBy(aziza);
        lost.given(aziza, aziza.team(), today()).then().statusCode(204);
        passkey(lost.proven(), Ids.random()).then().statusCode(204);
        OwnKey next = OwnKey.of(aziza);
        next.keep(lost.kid()).then().statusCode(200);
        next.read()
                .then()
                .body("kid", equalTo(next.kid()))
                .body("teams", empty())
                .body("wraps.kind", contains("words"));
        assertThat(notices()).containsExactly("key-replaced");
        assertThat(Sql.read("SELECT what FROM audit WHERE who = ? ORDER BY at", aziza.id()))
                .contains("key-made", "key-replaced", "holder-admitted");
    }

    @Test
    void aReplacedKeyIsComparedBySomebodyElse() {
        Person bek = Person.aResponderOf(aziza.team());
        OwnKey lost = OwnKey.keptBy(aziza);
        OwnKey next = OwnKey.of(aziza);
        next.keep(lost.kid()).then().statusCode(200);
        next.given(aziza, aziza.team(), today()).then().statusCode(204);
        assertThat(notices()).as("given by herself").containsExactly("key-replaced");
        next.given(bek, aziza.team(), today()).then().statusCode(204);
        assertThat(notices()).isEmpty();
    }

    private String today() {
        return Keys.kidOf(aziza.team().encryption());
    }

    private List<String> notices() {
        return Sql.read("SELECT kind FROM notice WHERE subject = ? AND ended_at IS NULL", "" + aziza.id());
    }

    @Test
    void ofTwoFirstKeysAtOnceOneIsKept() {
        List<CompletableFuture<Integer>> both = Stream.of(OwnKey.of(aziza), OwnKey.of(aziza))
                .map(key -> CompletableFuture.supplyAsync(() -> key.keep().statusCode()))
                .toList();
        assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aPrivateKeyAnotherCurveOrAPointBesideTheCurveIsRefused() {
        Map<String, Object> secret = Keys.generate().toJSONObject();
        refused(secret);
        refused(Map.of("kty", "EC", "crv", "P-384", "x", "AAAA", "y", "AAAA"));
        refused(Map.of("kty", "EC", "crv", "P-256", "x", secret.get("x"), "y", secret.get("x")));
        refused(Map.of("kty", "oct", "k", "AAAA"));
    }

    @Test
    void passkeysComeAndGoAndTheWordsStay() {
        passkey(Api.as(aziza), Ids.random()).then().statusCode(409);
        OwnKey key = OwnKey.keptBy(aziza);
        UUID id = Ids.random();
        passkey(key.proven(), id).then().statusCode(204);
        OwnKey beks = OwnKey.keptBy(Person.aResponderOf(aziza.team()));
        passkey(beks.proven(), id).then().statusCode(409);
        key.read().then().body("wraps.kind", contains("words", "passkey"));
        beks.proven().delete(OwnKey.MINE + "/passkeys/" + id).then().statusCode(404);
        key.proven().delete(OwnKey.MINE + "/passkeys/" + id).then().statusCode(204);
        key.read().then().body("wraps", hasSize(1));
        String words = key.read().jsonPath().getString("wraps[0].id");
        key.proven().delete(OwnKey.MINE + "/passkeys/" + words).then().statusCode(404);
    }

    private void refused(Map<String, Object> jwk) {
        Api.as(aziza)
                .contentType(ContentType.JSON)
                .body(Map.of("publicKey", jwk, "words", OwnKey.sealed("words")))
                .put(OwnKey.MINE)
                .then()
                .statusCode(422)
                .body("type", endsWith("key-refused"));
    }

    private static Response passkey(RequestSpecification as, UUID id) {
        return as.contentType(ContentType.JSON)
                .body(Map.of("jwe", OwnKey.sealed("passkey"), "credential", "AAAA"))
                .put(OwnKey.MINE + "/passkeys/" + id);
    }
}
