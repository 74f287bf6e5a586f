package org.ovoz.intake.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.intake.delivery.answer.ImmediateAnswer;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.FaultKind;

@IntakeTest
class ImmediateAnswerTest {

    private static final String NEUTRAL = "Xabar yetib keldi. Bu raqamga yozish mumkin bo'lsa, 1 deb javob bering.";

    @Inject
    ImmediateAnswer answer;

    @Inject
    LookAfterTexts lookAfterTexts;

    private final Reporter reporter = Reporter.somebody().switchesOn();

    @Test
    void theFirstTextGetsOneNeutralAnswerInItsLanguage() {
        reporter.writes(Reporter.CRY);
        awaitState("sent");
        reporter.writes("yana");
        reporter.writes("va yana");
        assertThat(answers()).hasSize(1);
        Eventually.so(() -> assertThat(reporter.hears()).containsExactly(NEUTRAL));
    }

    @Test
    void theDeskIsNotToldOfIt() {
        reporter.writes(Reporter.CRY);
        awaitState("sent");
        Eventually.so(() -> assertThat(Bus.names(reporter.report())).containsExactly("ReportReceived"));
    }

    @Test
    void whoWritesInALanguageThatNobodyCanTellGetsNone() {
        reporter.writes("\ud83d\ude22");
        assertThat(answers()).isEmpty();
    }

    @Test
    void whoSaysStopGetsNone() {
        reporter.writes("STOP");
        assertThat(answers()).isEmpty();
    }

    @Test
    void whoEverSaidStopGetsNoneInALaterReportEither() {
        reporter.writes(Reporter.CRY);
        awaitState("sent");
        reporter.writes("STOP");
        Responder.of(Team.NORTH).close(reporter.report()).send();
        reporter.writes(Reporter.CRY);
        assertThat(answers()).isEmpty();
    }

    @Test
    void afterAMinuteItIsTooLate() {
        reporter.writes(Reporter.CRY);
        awaitState("sent");
        UUID late = aRowThatIsBeingSent();
        answer.send(
                late,
                PhoneNumber.of(reporter.number()).orElseThrow(),
                new LanguageTag("uz-Latn"),
                MovableClock.now().minusSeconds(61));
        Eventually.so(
                () -> assertThat(Sql.INTAKE.one("SELECT state || ' ' || reason FROM outgoing_text WHERE id = ?", late))
                        .isEqualTo("refused too-late"));
        Eventually.so(() -> assertThat(reporter.hears()).hasSize(1));
    }

    @Test
    void whereTheCarrierFailsItsFateIsUnknownAndItIsNeverTriedAgain() {
        IntakeSetting.carrier().fault(Fault.next(FaultKind.SERVER_ERROR).to(reporter.number()));
        reporter.writes(Reporter.CRY);
        awaitState("unknown");
        neverTriedAgain("unknown", 0);
    }

    @Test
    void whereTheCarrierIsTooBusyItIsNotTriedAgainEither() {
        IntakeSetting.carrier().fault(Fault.next(FaultKind.RATE_LIMIT).to(reporter.number()));
        reporter.writes(Reporter.CRY);
        awaitState("refused");
        neverTriedAgain("refused", 0);
    }

    @Test
    void whereTheCarrierFailedAndSentItAllTheSameItIsNotSentTwice() {
        IntakeSetting.carrier()
                .fault(Fault.next(FaultKind.SERVER_ERROR_AFTER_ACCEPTANCE).to(reporter.number()));
        reporter.writes(Reporter.CRY);
        awaitState("unknown");
        Eventually.so(() -> assertThat(reporter.hears()).hasSize(1));
        neverTriedAgain("unknown", 1);
    }

    @Test
    void whereItsProcessDiedItsFateIsUnknownAndItIsNotSent() {
        reporter.writes("\ud83d\ude22");
        UUID left = aRowThatIsBeingSent();
        MovableClock.putForward(Duration.ofSeconds(61));
        lookAfterTexts.sweep().await().indefinitely();
        assertThat(Sql.INTAKE.one("SELECT state FROM outgoing_text WHERE id = ?", left))
                .isEqualTo("unknown");
        neverTriedAgain("unknown", 0);
    }

    private void neverTriedAgain(String state, int heard) {
        MovableClock.putForward(Duration.ofMinutes(2));
        lookAfterTexts.sweep().await().indefinitely();
        lookAfterTexts.askTheCarriersLog().await().indefinitely();
        assertThat(answers()).containsExactly(state);
        assertThat(reporter.hears()).hasSize(heard);
    }

    private void awaitState(String state) {
        Eventually.so(() -> assertThat(answers()).containsExactly(state));
    }

    private List<String> answers() {
        return Sql.INTAKE.read(
                "SELECT state FROM outgoing_text WHERE kind = 'immediate' AND report_id = ?",
                reporter.report().value());
    }

    /** In place of the report's own, if it has one. */
    private UUID aRowThatIsBeingSent() {
        UUID id = Ids.random();
        UUID report = reporter.report().value();
        Sql.INTAKE.change("DELETE FROM outgoing_text WHERE report_id = ?", report);
        Sql.INTAKE.change(
                "INSERT INTO outgoing_text (id, report_id, kind, state, accepted_at, sending_at, due_at)"
                        + " VALUES (?, ?, 'immediate', 'sending', ?, ?, ?)",
                id,
                report,
                at(),
                at(),
                at());
        return id;
    }

    private static OffsetDateTime at() {
        return MovableClock.now().atOffset(ZoneOffset.UTC);
    }
}
