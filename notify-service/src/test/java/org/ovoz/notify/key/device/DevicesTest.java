package org.ovoz.notify.key.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.key.OwnKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class DevicesTest {

    private static final String DEVICES = "/api/v1/me/devices/";
    private static final String RIGHT = "r".repeat(42) + "A";
    private static final String WRONG = "w".repeat(42) + "A";
    private static final String SHARE = "s".repeat(42) + "A";
    private static final String JWE = "eyJ0..a.b.c";

    private Person aziza;
    private OwnKey azizas;
    private final UUID phone = Ids.random();

    @BeforeEach
    void aPhoneWithAPin() {
        aziza = Person.aResponderOf(Team.aTeam());
        enrol(Api.as(aziza), phone).then().statusCode(409);
        azizas = OwnKey.keptBy(aziza);
        enrol(azizas.proven(), phone).then().statusCode(204);
    }

    @Test
    void theRightPinGivesTheShareAndWrongOnesBeforeItAreForgiven() {
        unlock(WRONG).then().statusCode(403).body("type", endsWith("wrong-pin")).body("left", equalTo(4));
        unlock(RIGHT).then().statusCode(200).body("share", equalTo(SHARE)).body("jwe", equalTo(JWE));
        unlock(WRONG).then().statusCode(403).body("left", equalTo(4));
    }

    @Test
    void afterFiveWrongOnesTheRightOneOpensNothingEither() {
        for (int left = 4; left > 0; left--) {
            unlock(WRONG).then().statusCode(403).body("left", equalTo(left));
        }
        unlock(WRONG).then().statusCode(410).body("type", endsWith("device-locked"));
        unlock(RIGHT).then().statusCode(410);
        assertThat(Sql.read("SELECT jwe FROM key_device WHERE id = ? AND share IS NULL", phone))
                .containsExactly("");
        Api.as(aziza).get(DEVICES).then().body("devices.locked", contains(true));
    }

    @Test
    void guessesAtTheSameMomentAreCountedOneByOne() {
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> unlock(WRONG).statusCode()))
                .toList();
        assertThat(guesses.stream().map(CompletableFuture::join).filter(status -> status == 403))
                .hasSize(4);
        unlock(RIGHT).then().statusCode(410);
    }

    @Test
    void aDeviceIsItsPersonsOnly() {
        Person bek = Person.aResponderOf(aziza.team());
        Api.as(bek)
                .contentType(ContentType.JSON)
                .body(Map.of("proof", RIGHT))
                .post(DEVICES + phone + "/unlock")
                .then()
                .statusCode(404);
        OwnKey.keptBy(bek).proven().delete(DEVICES + phone).then().statusCode(404);
        azizas.proven().delete(DEVICES + phone).then().statusCode(204);
        unlock(RIGHT).then().statusCode(404);
    }

    @Test
    void whoeverReadsTheDatabaseCannotShowTheProof() {
        assertThat(Sql.read("SELECT key_device::text FROM key_device WHERE id = ?", phone))
                .allSatisfy(row -> assertThat(row).doesNotContain(RIGHT));
        assertThat(Sql.read(
                        "SELECT 1 FROM key_device WHERE id = ? AND proof = sha256(?::bytea)", phone, bytesOf(RIGHT)))
                .hasSize(1);
    }

    private static String bytesOf(String base64url) {
        return "\\x"
                + java.util.HexFormat.of()
                        .formatHex(java.util.Base64.getUrlDecoder().decode(base64url));
    }

    private static Response enrol(RequestSpecification as, UUID id) {
        return as.contentType(ContentType.JSON)
                .body(Map.of("jwe", JWE, "proof", RIGHT, "share", SHARE))
                .put(DEVICES + id);
    }

    private Response unlock(String proof) {
        return Api.as(aziza)
                .contentType(ContentType.JSON)
                .body(Map.of("proof", proof))
                .post(DEVICES + phone + "/unlock");
    }
}
