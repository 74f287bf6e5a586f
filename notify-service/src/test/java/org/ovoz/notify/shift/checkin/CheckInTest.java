package org.ovoz.notify.shift.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.alert.answer.Answer;
import org.ovoz.notify.alert.answer.AnswerAlerts;
import org.ovoz.notify.alert.answer.AnswerOutcome;
import org.ovoz.notify.alert.answer.AnswerTexts;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

@DeskTest
class CheckInTest {

    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    @Inject
    MovableClock clock;

    @Inject
    AnswerTexts answerTexts;

    @Inject
    AnswerAlerts answerAlerts;

    private Person aziza;
    private Planning planning;

    @BeforeEach
    void aTeam() {
        aziza = Person.aResponderOffCallOf(Team.aTeam());
        planning = Planning.by(Person.aCoordinatorOf(aziza.team()));
    }

    @Test
    void aDutyCountsOnceTheTextThatCameForItWasAnswered() {
        UUID duty = planning.aDuty(aziza, SOON, EIGHT_HOURS);
        Eventually.so(() -> assertThat(texts()).singleElement().asString().matches("0-3 [0-9]{6}"));
        assertThat(isCheckedIn(duty)).isFalse();
        assertThat(say(token(texts().getFirst()))).contains("ok");
        assertThat(isCheckedIn(duty)).isTrue();
        assertThat(say(token(texts().getFirst()))).contains("ok");
        clock.putForward(Duration.ofMinutes(11));
        onCall().body("now", hasSize(1)).body("now[0].how", equalTo("checked-in"));
        assertThat(notices(duty)).isEmpty();
    }

    @Test
    void whoHasANumberToCallIsRungAndAKeyChecksIn() {
        Sql.change("UPDATE person SET call = sms WHERE handle = ?", aziza.handle());
        UUID duty = planning.aDuty(aziza, SOON, EIGHT_HOURS);
        Eventually.so(() -> assertThat(alerts(duty, "call")).hasSize(1));
        assertThat(texts()).isEmpty();
        UUID call = UUID.fromString(alerts(duty, "call").getFirst());
        assertThat(answerAlerts.answer(call, Answer.ACKNOWLEDGE).await().atMost(AT_MOST))
                .containsExactly(AnswerOutcome.TAKEN);
        assertThat(isCheckedIn(duty)).isTrue();
    }

    @Test
    void askingMakesThePhoneRingAndChecksNobodyIn() {
        UUID duty = planning.aDuty(aziza, Duration.ofHours(1), EIGHT_HOURS);
        ask(duty).statusCode(202);
        Eventually.so(() -> assertThat(texts()).hasSize(1));
        assertThat(isCheckedIn(duty)).isFalse();
        assertThat(say(token(texts().getFirst()))).contains("ok");
        assertThat(isCheckedIn(duty)).isTrue();
        ask(duty).statusCode(409).body("type", equalTo("urn:ovoz:problem:checked-in"));
    }

    @Test
    void whoIsStoppedIsNotRungAndTheirDutiesDoNotSwitchTheStandingListOff() {
        Person bek = Person.aResponderOf(aziza.team());
        planning.aDuty(aziza, Duration.ofMinutes(40), EIGHT_HOURS);
        onCall(bek).body("now", hasSize(0)).body("next", hasSize(1));
        Sql.change("UPDATE person SET state = 'suspended' WHERE handle = ?", aziza.handle());
        onCall(bek).body("now[0].how", equalTo("standing")).body("next", hasSize(0));
        clock.putForward(Duration.ofMinutes(31));
        Person vera = Person.aResponderOffCallOf(bek.team());
        planning.aDuty(vera, SOON, EIGHT_HOURS);
        Eventually.so(() ->
                assertThat(DeskSetting.get().carrier().askedFor(vera.sms())).hasSize(1));
        assertThat(texts()).isEmpty();
    }

    @Test
    void whoAsksTooEarlyOrForAnothersDutyIsRefused() {
        UUID duty = planning.aDuty(aziza, Duration.ofHours(3), EIGHT_HOURS);
        ask(duty).statusCode(409).body("type", equalTo("urn:ovoz:problem:too-early"));
        ask(UUID.randomUUID()).statusCode(404);
        assertThat(texts()).isEmpty();
    }

    @Test
    void whoDidNotAnswerByTheBeginningIsToldOfAndRungOnceMoreAndALateAnswerCounts() {
        UUID duty = planning.aDuty(aziza, SOON, EIGHT_HOURS);
        Eventually.so(() -> assertThat(texts()).hasSize(1));
        clock.putForward(Duration.ofMinutes(11));
        Eventually.so(() -> assertThat(notices(duty)).containsExactly("open"));
        onCall().body("now[0].how", equalTo("planned"));
        clock.putForward(Duration.ofMinutes(6));
        Eventually.so(() -> assertThat(texts()).hasSize(2));
        clock.putForward(Duration.ofMinutes(20));
        assertThat(say(token(texts().getLast()))).contains("ok");
        assertThat(notices(duty)).containsExactly("over");
        onCall().body("now[0].how", equalTo("checked-in"));
        assertThat(texts()).hasSize(2);
    }

    @Test
    void aDutyThatWasCancelledIsNotCheckedInAnyMore() {
        UUID duty = planning.aDuty(aziza, SOON, EIGHT_HOURS);
        Eventually.so(() -> assertThat(texts()).hasSize(1));
        Sql.change("UPDATE duty SET cancelled_at = starts_at WHERE id = ?", duty);
        assertThat(say(token(texts().getFirst()))).contains("done");
    }

    private ValidatableResponse ask(UUID duty) {
        return Api.as(aziza).post("/api/v1/me/duties/" + duty + "/check-in").then();
    }

    private ValidatableResponse onCall() {
        return onCall(aziza);
    }

    private static ValidatableResponse onCall(Person asks) {
        return Api.as(asks)
                .queryParam("team", asks.team().id().value())
                .get("/api/v1/on-call")
                .then()
                .statusCode(200);
    }

    private Optional<String> say(String token) {
        return answerTexts.answer(aziza.sms(), token).await().atMost(AT_MOST);
    }

    private List<String> texts() {
        return DeskSetting.get().carrier().askedFor(aziza.sms()).stream()
                .map(FakeCarrier.Asked::body)
                .toList();
    }

    private static String token(String text) {
        return text.substring(text.length() - 6);
    }

    private static boolean isCheckedIn(UUID duty) {
        return !Sql.read("SELECT 1 FROM duty WHERE id = ? AND checked_in_at IS NOT NULL", duty)
                .isEmpty();
    }

    private static List<String> alerts(UUID duty, String kind) {
        return Sql.read("SELECT id FROM alert WHERE subject = ? AND kind = ?", duty, kind);
    }

    private static List<String> notices(UUID duty) {
        return Sql.read("""
                SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'over' END FROM notice
                WHERE kind = 'missed-check-in' AND subject = ?""", duty.toString());
    }
}
