package org.ovoz.notify.alert.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class CallTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Report report;

    @BeforeEach
    void aReportInTheQueue() {
        aziza = Person.aResponderOf(Team.aTeam());
        report = Report.inTheQueueOf(aziza);
        aziza.withATelephone();
    }

    @Test
    void aKeyAcknowledgesAndTheCallStaysDelivered() {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Telephone.tell(call, "in-progress", null);
        assertThat(state(alert)).isEqualTo("delivered");
        Telephone heard = Telephone.answer(call);
        assertThat(heard.asksForAKey()).isTrue();
        assertThat(heard.press("1").said()).containsExactly("Thank you.", "Спасибо.");
        Telephone.tell(call, "completed", null);
        assertThat(state(alert)).isEqualTo("delivered");
        assertThat(answer(alert)).containsExactly("acknowledge");
        assertThat(isOver(alert)).isTrue();
    }

    @Test
    void anotherKeyClaimsAndTheSameAgainIsAsWellTaken() {
        due();
        Telephone heard = Telephone.answer(theCall());
        assertThat(heard.press("2").said()).contains("It is yours.");
        report.await(
                aziza,
                seen -> aziza.handle().equals(seen.getString("claimedBy.handle"))
                        || seen.getString("state").equals("claimed"));
        assertThat(heard.press("2").said()).contains("Thank you.");
    }

    @Test
    void anyOtherKeyOrNoneIsAskedForOnceMoreAndThenItHangsUp() {
        UUID alert = due();
        Telephone heard = Telephone.answer(theCall());
        for (String key : List.of("7", "", "*")) {
            Telephone again = heard.press(key);
            assertThat(again.asksForAKey()).isTrue();
            assertThat(again.press(key).hangsUpWithoutAWord()).isTrue();
        }
        assertThat(answer(alert)).isEmpty();
        assertThat(heard.press("").press("1").said()).contains("Thank you.");
    }

    @ParameterizedTest
    @CsvSource({
        "completed,,no-key",
        "completed,machine_start,machine",
        "busy,,busy",
        "no-answer,,no-answer",
        "failed,,carrier-failed",
        "canceled,,canceled"
    })
    void aCallThatNobodyPressedAKeyInHasFailed(String status, String answeredBy, String reason) {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Telephone.tell(call, "in-progress", null);
        Telephone.tell(call, status, answeredBy);
        assertThat(state(alert)).isEqualTo("failed");
        assertThat(reason(alert)).isEqualTo(reason);
        assertThat(isOver(alert)).isTrue();
    }

    @Test
    void whatIsOverStaysOverWhateverIsToldTwiceOrLate() {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Telephone.tell(call, "busy", null);
        Telephone.tell(call, "in-progress", null);
        Telephone.tell(call, "completed", null);
        Telephone.tell(call, "something new", null);
        assertThat(state(alert)).isEqualTo("failed");
        assertThat(reason(alert)).isEqualTo("busy");
        assertThat(Sql.read(
                        "SELECT what FROM audit WHERE chain = ? AND what = 'alert-failed'", "report:" + report.id()))
                .hasSize(1);
    }

    @Test
    void aKeyThatComesAfterTheEndCountsAllTheSame() {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Telephone heard = Telephone.answer(call);
        Telephone.tell(call, "completed", null);
        heard.press("1");
        assertThat(state(alert)).isEqualTo("delivered");
        assertThat(answer(alert)).containsExactly("acknowledge");
    }

    @Test
    void whatWasBundledInACallFailsWithIt() {
        UUID first = due();
        UUID second = due();
        FakeCarrier.Called call = theCall();
        Eventually.so(
                () -> assertThat(List.of(state(first), state(second))).containsExactlyInAnyOrder("sent", "bundled"));
        Telephone.tell(call, "no-answer", null);
        assertThat(List.of(state(first), state(second))).containsExactly("failed", "failed");
    }

    @Test
    void aCallThatTheCarrierRefusesTakesWhatWasBundledInItAlong() {
        DeskSetting.get().carrier().failsNext(aziza.sms(), 400, 21211);
        UUID first = due();
        UUID second = due();
        Eventually.so(() -> assertThat(List.of(state(first), state(second))).containsExactly("failed", "failed"));
        assertThat(reason(first)).isEqualTo("carrier-21211");
        assertThat(reason(second)).isEqualTo("carrier-21211");
    }

    @Test
    void aMachineHearsNothing() {
        due();
        FakeCarrier.Called call = theCall();
        for (String machine : List.of("machine_start", "machine_end_beep", "fax")) {
            assertThat(Telephone.answer(call, Map.of("AnsweredBy", machine)).hangsUpWithoutAWord())
                    .isTrue();
        }
        assertThat(Telephone.answer(call, Map.of("AnsweredBy", "unknown")).asksForAKey())
                .isTrue();
    }

    @Test
    void anotherNumberThanThePersonsHearsNothingAndItsKeysDoNothing() {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Telephone mine = Telephone.answer(call);
        FakeCarrier.Called elsewhere =
                new FakeCarrier.Called("+12025550199", call.from(), call.script(), call.statusCallback(), call.form());
        assertThat(Telephone.answer(elsewhere).hangsUpWithoutAWord()).isTrue();
        assertThat(new Telephone(elsewhere, mine.script()).press("1").hangsUpWithoutAWord())
                .isTrue();
        Sql.change("UPDATE person SET call = '+12025550198' WHERE subject = ?", aziza.subject());
        assertThat(mine.press("2").hangsUpWithoutAWord()).isTrue();
        assertThat(answer(alert)).isEmpty();
    }

    @Test
    void whatTheCarrierDidNotSignIsRefused() {
        UUID alert = due();
        FakeCarrier.Called call = theCall();
        Map<String, String> form = Telephone.form(call, Map.of("Digits", "1"));
        for (String path : List.of("", "/key", "/status")) {
            given().formParams(form)
                    .header("X-Twilio-Signature", "x")
                    .post("/twilio/staff/call" + path + "?alert=" + alert)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        assertThat(answer(alert)).isEmpty();
    }

    @Test
    void aPersonIsSpokenToInALanguageOfTheirsOrInAll() {
        due();
        FakeCarrier.Called call = theCall();
        assertThat(Telephone.answer(call).said()).contains(Telephone.KEYS_EN, Telephone.KEYS_RU);
        Sql.change("UPDATE person SET languages = '{kk,ru}' WHERE subject = ?", aziza.subject());
        assertThat(Telephone.answer(call).said()).contains(Telephone.KEYS_RU).doesNotContain(Telephone.KEYS_EN);
    }

    @Test
    void thePhoneRingsOnceInFiveMinutes() {
        due();
        FakeCarrier.Called call = theCall();
        Telephone.tell(call, "busy", null);
        UUID next = due();
        clock.putForward(Duration.ofMinutes(4));
        assertThatASweepHasPassed();
        assertThat(state(next)).isEqualTo("due");
        clock.putForward(Duration.ofMinutes(2));
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().calledAt(aziza.sms())).hasSize(2));
    }

    @Test
    void aCallOfAnotherDeskWhoseClockIsALittleAheadCountsAndOneFromBeforeTheClockWentBackDoesNot() {
        UUID made = due();
        FakeCarrier.Called call = theCall();
        Telephone.tell(call, "busy", null);
        madeAt(made, Duration.ofSeconds(30));
        UUID next = due();
        assertThatASweepHasPassed();
        assertThat(state(next)).isEqualTo("due");
        madeAt(made, Duration.ofHours(1));
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().calledAt(aziza.sms())).hasSize(2));
    }

    private static void madeAt(UUID alert, Duration ahead) {
        Sql.change(
                "UPDATE alert SET tried_at = ?::timestamptz WHERE id = ?",
                MovableClock.now().plus(ahead).toString(),
                alert);
    }

    /** A call to somebody else, that became due after everything before it was looked at. */
    private void assertThatASweepHasPassed() {
        Person other = Person.aResponderOf(Team.aTeam()).withATelephone();
        due(other);
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().calledAt(other.sms())).hasSize(1));
    }

    private UUID due() {
        return due(aziza);
    }

    /** As a rung of a ladder has it written. */
    private UUID due(Person person) {
        UUID id = Ids.random();
        Sql.change(
                """
                INSERT INTO alert (id, cause, purpose, report_id, person, kind, text, state, created_at, due_at, changed_at)
                SELECT ?, ?, 'report', ?, p.id, 'call', 'K7Q2-1', 'due', t.at, t.at, t.at
                FROM person p, (SELECT ?::timestamptz AS at) t WHERE p.subject = ?""", id, Ids.random(), report.id().value(), MovableClock.now().toString(), person.subject());
        return id;
    }

    private FakeCarrier.Called theCall() {
        Eventually.so(() -> {
            assertThat(DeskSetting.get().carrier().calledAt(aziza.sms())).hasSize(1);
            assertThat(Sql.read(
                            "SELECT 1 FROM alert a JOIN person p ON p.id = a.person WHERE p.subject = ? AND a.kind = 'call' AND a.state = 'sent'",
                            aziza.subject()))
                    .hasSize(1);
        });
        return DeskSetting.get().carrier().calledAt(aziza.sms()).getFirst();
    }

    private static String state(UUID alert) {
        return Sql.read("SELECT state FROM alert WHERE id = ?", alert).getFirst();
    }

    private static String reason(UUID alert) {
        return Sql.read("SELECT reason FROM alert WHERE id = ?", alert).getFirst();
    }

    private static List<String> answer(UUID alert) {
        return Sql.read("SELECT answer FROM alert WHERE id = ? AND answered_at IS NOT NULL", alert);
    }

    private static boolean isOver(UUID alert) {
        return !Sql.read("SELECT 1 FROM alert WHERE id = ? AND over_at IS NOT NULL", alert)
                .isEmpty();
    }
}
