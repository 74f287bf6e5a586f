package org.ovoz.notify.shift.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Keys;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

@DeskTest
class TestItemTest {

    private static final Duration IN_AN_HOUR = Duration.ofHours(1);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);

    @Inject
    MovableClock clock;

    private Person aziza;
    private Planning planning;
    private UUID duty;

    @BeforeEach
    void aDutyThatBeginsInAnHour() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        planning = Planning.by(Person.aCoordinatorOf(aziza.team()));
        duty = planning.aDuty(aziza, IN_AN_HOUR, EIGHT_HOURS);
    }

    @Test
    void whoOpensItIsCheckedInAndCanRead() {
        JsonPath item = item();
        assertThat(item.getString("team")).isEqualTo(aziza.team().id().value());
        assertThat(item.getString("kid")).isEqualTo(Keys.kidOf(aziza.team().encryption()));
        answer(item, nonceIn(item)).statusCode(204);
        clock.putForward(IN_AN_HOUR.plusMinutes(1));
        onCall().body("now", hasSize(1))
                .body("now[0].how", equalTo("checked-in"))
                .body("now[0].opened", equalTo(true));
        assertThat(audited()).containsExactly("check-in-opened");
        assertThat(mine().getBoolean("rang")).isFalse();
    }

    @Test
    void whoShowedThatTheKeyOpensIsRungAllTheSameAndNotMissed() {
        Person bek = Person.aResponderOffCallOf(aziza.team());
        UUID unanswered = planning.aDuty(bek, IN_AN_HOUR, EIGHT_HOURS);
        JsonPath item = item();
        answer(item, nonceIn(item)).statusCode(204);
        clock.putForward(Duration.ofMinutes(50));
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(aziza.sms())).hasSize(1));
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(bek.sms())).hasSize(1));
        clock.putForward(Duration.ofMinutes(15));
        Eventually.so(() -> assertThat(missed(unanswered)).hasSize(1));
        assertThat(missed(duty)).isEmpty();
    }

    @Test
    void whoOnlyAnsweredThePhoneHasNotShownIt() {
        Sql.change("UPDATE duty SET checked_in_at = starts_at, rang_at = starts_at WHERE id = ?", duty);
        clock.putForward(IN_AN_HOUR.plusMinutes(1));
        onCall().body("now[0].how", equalTo("checked-in")).body("now[0].opened", equalTo(false));
        assertThat(mine().getBoolean("rang")).isTrue();
        assertThat(mine().getBoolean("opened")).isFalse();
    }

    @Test
    void aWrongAnswerChecksNobodyInAndUsesTheItemUp() {
        JsonPath item = item();
        refused(answer(item, "A".repeat(43)), 409, "wrong-answer");
        refused(answer(item, nonceIn(item)), 410, "item-over");
        assertThat(mine().getBoolean("checkedIn")).isFalse();
        assertThat(audited()).containsExactly("check-in-wrong");
    }

    @Test
    void anItemIsAnsweredOnceAndIsTheLatestOfItsDutyAndIsOverAfterMinutes() {
        JsonPath first = item();
        JsonPath second = item();
        refused(answer(first, nonceIn(first)), 410, "item-over");
        answer(second, nonceIn(second)).statusCode(204);
        refused(answer(second, nonceIn(second)), 410, "item-over");
        JsonPath third = item();
        clock.putForward(Duration.ofMinutes(5));
        refused(answer(third, nonceIn(third)), 410, "item-over");
    }

    @Test
    void anItemIsForOnePersonAndOneDuty() {
        Person bek = Person.aResponderOf(aziza.team());
        JsonPath item = item();
        Api.as(bek).post(path(duty)).then().statusCode(404);
        refused(answer(bek, duty, item, nonceIn(item)), 410, "item-over");
        refused(answer(aziza, UUID.randomUUID(), item, nonceIn(item)), 410, "item-over");
        answer(item, nonceIn(item)).statusCode(204);
    }

    @Test
    void afterTheTeamsKeysWereReplacedOnlyTheNewOnesCount() {
        JsonPath item = item();
        Team before = aziza.team();
        ECKey next = Keys.generate();
        Team after = new Team(before.id(), before.organisation(), next, Keys.generate());
        after.publish(after.signed(2)).then().statusCode(200);
        refused(answer(item, nonceIn(item)), 410, "item-over");
        JsonPath anew = item();
        assertThat(anew.getString("kid")).isEqualTo(Keys.kidOf(next));
        answer(anew, read(anew, next)).statusCode(204);
    }

    @Test
    void whoTakesADutyOverHasToShowItAnew() {
        JsonPath item = item();
        answer(item, nonceIn(item)).statusCode(204);
        Person bek = Person.aResponderOffCallOf(aziza.team());
        Api.as(aziza).post("/api/v1/me/duties/" + duty + "/offer").then().statusCode(204);
        Api.as(bek).post("/api/v1/swaps/" + duty + "/accept").then().statusCode(204);
        assertThat(Planning.duties(bek)).singleElement().satisfies(taken -> {
            assertThat(taken.get("checkedIn")).isEqualTo(false);
            assertThat(taken.get("opened")).isEqualTo(false);
        });
    }

    @Test
    void itIsNotGivenTooEarlyNorForATeamThatIsStopped() {
        UUID far = planning.aDuty(aziza, Duration.ofHours(12), EIGHT_HOURS);
        refused(Api.as(aziza).post(path(far)).then(), 409, "too-early");
        aziza.team().suspend().then().statusCode(200);
        Api.as(aziza).post(path(duty)).then().statusCode(404);
    }

    @Test
    void whatIsKeptDoesNotAnswerIt() {
        String nonce = nonceIn(item());
        assertThat(Sql.read("SELECT check_in_challenge::text FROM check_in_challenge WHERE duty = ?", duty))
                .singleElement()
                .asString()
                .doesNotContain(nonce);
        Api.as(aziza)
                .contentType(ContentType.JSON)
                .body(Map.of("nonce", "short"))
                .put(path(duty) + "/" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    private JsonPath item() {
        return Api.as(aziza).post(path(duty)).then().statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse answer(JsonPath item, String nonce) {
        return answer(aziza, duty, item, nonce);
    }

    private static ValidatableResponse answer(Person who, UUID duty, JsonPath item, String nonce) {
        return Api.as(who)
                .contentType(ContentType.JSON)
                .body(Map.of("nonce", nonce))
                .put(path(duty) + "/" + item.getString("id"))
                .then();
    }

    private static String path(UUID duty) {
        return "/api/v1/me/duties/" + duty + "/check-in/item";
    }

    private String nonceIn(JsonPath item) {
        return read(item, aziza.team().encryption());
    }

    /** As a browser does, in one breath: the header says what it is, the text has one form. */
    private static String read(JsonPath item, ECKey key) {
        try {
            JWEObject jwe = JWEObject.parse(item.getString("jwe"));
            assertThat(jwe.getHeader().getType().getType()).isEqualTo("ovoz-check");
            assertThat(jwe.getHeader().getCustomParam("chk")).isEqualTo(item.getString("id"));
            jwe.decrypt(new ECDHDecrypter(key));
            String[] parts = jwe.getPayload().toString().split(":");
            assertThat(parts).hasSize(3).startsWith("ovoz-check", item.getString("id"));
            return parts[2];
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    private Map<String, Object> find() {
        return Planning.duties(aziza).stream()
                .filter(one -> one.get("id").equals(duty.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Mine mine() {
        return new Mine(find());
    }

    private ValidatableResponse onCall() {
        return Api.as(aziza)
                .queryParam("team", aziza.team().id().value())
                .get("/api/v1/on-call")
                .then()
                .statusCode(200);
    }

    private List<String> audited() {
        return Sql.read(
                "SELECT what FROM audit WHERE chain = 'shifts' AND subject = ? AND what LIKE 'check-in%' ORDER BY sequence",
                duty.toString());
    }

    private static List<String> missed(UUID duty) {
        return Sql.read("SELECT id FROM notice WHERE kind = 'missed-check-in' AND subject = ?", duty.toString());
    }

    private static void refused(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status).body("type", equalTo("urn:ovoz:problem:" + slug));
    }

    private record Mine(Map<String, Object> said) {
        boolean getBoolean(String name) {
            return (Boolean) said.get(name);
        }
    }
}
