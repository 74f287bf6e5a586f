package org.ovoz.notify.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MailServer;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class AlertsTest {

    @Inject
    MovableClock clock;

    private Person aziza;

    @BeforeEach
    void aTeamOnCall() {
        aziza = Person.aResponderOf(Team.aTeam());
    }

    @Test
    void whoeverIsOnCallIsAlertedAtOnceByTextAndByMailAndTheTextGivesNobodyAway() {
        Person atHome = Person.aResponderOffCallOf(aziza.team());
        Report report = Report.inTheQueueOf(aziza);
        String shortId = report.await(aziza, seen -> true).getString("shortId");
        assertThat(shortId).matches("[0-9A-HJKMNP-TV-Z]{4}");
        Eventually.so(() -> {
            assertThat(texts(aziza)).containsExactly(shortId + "-1");
            assertThat(mails(aziza)).containsExactly(shortId + "-1");
        });
        assertThat(texts(atHome)).isEmpty();
        assertThat(mails(atHome)).isEmpty();
    }

    @Test
    void whoHoldsAReportIsToldOfItsNextMessageAndNobodyElse() {
        Person bek = Person.aResponderOf(aziza.team());
        Report report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        Eventually.so(() -> assertThat(texts(bek)).hasSize(1));
        Bus.Sent wrote = report.wroteAgain();
        Bus.send(wrote);
        Eventually.so(() -> assertThat(texts(aziza)).hasSize(2));
        assertThat(Sql.read(
                        "SELECT DISTINCT p.handle FROM alert a JOIN person p ON p.id = a.person WHERE a.cause = ?",
                        wrote.id()))
                .containsExactly(aziza.handle());
    }

    @Test
    void onceItWasReadAReportWithoutDangerIsNotUrgentAnyMore() {
        Report report = Report.inTheQueueOf(aziza);
        Sql.change(
                "UPDATE report_case SET first_opened_at = received_at WHERE id = ?",
                report.id().value());
        Bus.send(report.wroteAgain());
        Eventually.so(() -> assertThat(texts(aziza)).anyMatch(text -> text.endsWith("-2")));
    }

    @Test
    void aTextWhoseFateNobodyKnowsIsNeverSentAgain() {
        carrier().failsNext(aziza.sms(), 503, 0);
        Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(state(aziza, "sms")).isEqualTo("unknown"));
        clock.putForward(Duration.ofHours(3));
        assertThatASweepHasPassed();
        assertThat(texts(aziza)).hasSize(1);
    }

    @Test
    void aTextThatWasSurelyNotSentIsTriedAgain() {
        carrier().failsNext(aziza.sms(), 429, 20429);
        Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(texts(aziza)).hasSize(1));
        clock.putForward(Duration.ofSeconds(11));
        Eventually.so(() -> assertThat(state(aziza, "sms")).isEqualTo("sent"));
        assertThat(texts(aziza)).hasSize(2);
    }

    @Test
    void aNumberThatTheCarrierRefusesIsNotTriedAgain() {
        carrier().failsNext(aziza.sms(), 400, 21211);
        Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(state(aziza, "sms")).isEqualTo("failed"));
        assertThat(Sql.read(
                        "SELECT reason FROM alert a JOIN person p ON p.id = a.person WHERE p.handle = ? AND kind = 'sms'",
                        aziza.handle()))
                .containsExactly("carrier-21211");
    }

    @Test
    void anAttemptThatACrashLeftIsUnknownForATextAndRepeatedForAMail() {
        Report report = Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(texts(aziza)).hasSize(1));
        leftUnderWay(report, "sms");
        leftUnderWay(report, "email");
        clock.putForward(Duration.ofMinutes(3));
        Eventually.so(() -> {
            assertThat(mails(aziza)).contains("LEFT-1");
            assertThat(Sql.read(
                            "SELECT state FROM alert WHERE text = 'LEFT-1' AND kind = 'sms' AND report_id = ?",
                            report.id().value()))
                    .containsExactly("unknown");
        });
        assertThat(texts(aziza)).doesNotContain("LEFT-1");
    }

    @Test
    void whatTheCarrierCouldNotBeReachedForDoesNotHoldUpTheOthers() {
        Person bek = Person.aResponderOf(aziza.team());
        carrier().failsNext(aziza.sms(), 503, 0);
        Report.inTheQueueOf(aziza);
        Eventually.so(() -> assertThat(texts(bek)).hasSize(1));
        Eventually.so(() -> assertThat(mails(aziza)).hasSize(1));
    }

    private static void leftUnderWay(Report report, String kind) {
        Sql.change("""
                INSERT INTO alert (id, cause, report_id, person, kind, text, state, attempts, created_at, due_at, changed_at)
                SELECT ?, ?, report_id, person, ?, 'LEFT-1', 'sending', 1, created_at, due_at, changed_at
                FROM alert WHERE report_id = ? LIMIT 1""", Ids.random(), UUID.randomUUID(), kind, report.id().value());
    }

    /** An alert that became due later than everything before it was sent. */
    private void assertThatASweepHasPassed() {
        Person other = Person.aResponderOf(Team.aTeam());
        Report.inTheQueueOf(other);
        Eventually.so(() -> assertThat(texts(other)).isNotEmpty());
    }

    private static String state(Person person, String kind) {
        return String.join(
                "",
                Sql.read(
                        "SELECT a.state FROM alert a JOIN person p ON p.id = a.person WHERE p.handle = ? AND kind = ?",
                        person.handle(),
                        kind));
    }

    private static List<String> texts(Person person) {
        return carrier().askedFor(person.sms()).stream()
                .map(FakeCarrier.Asked::body)
                .toList();
    }

    private static List<String> mails(Person person) {
        return DeskSetting.get().mail().receivedAt(person.email()).stream()
                .map(MailServer::read)
                .toList();
    }

    private static FakeCarrier carrier() {
        return DeskSetting.get().carrier();
    }
}
