package org.ovoz.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

@IntakeTest
class WordsFromThePhoneTest {

    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final ReportId report = reporter.report();

    @Test
    void oneAllowsTextsAndStartsNoClock() {
        Responder.of(Team.NORTH).opens(report);
        reporter.writes("1");
        assertThat(texts(report)).isEqualTo("allowed");
        Eventually.so(() -> assertThat(Bus.names(report)).containsExactly("ReportReceived", "SafeContactChanged"));
        assertThat(unread(report)).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "Unsubscribe", "quit"})
    void stopRefusesAndIsReadByAPersonToo(String word) {
        reporter.writes(word);
        assertThat(texts(report)).isEqualTo("refused");
        Eventually.so(() ->
                assertThat(Bus.names(report)).containsExactly("ReportReceived", "ReporterWrote", "SafeContactChanged"));
    }

    @Test
    void aRefusalOutlivesItsReport() {
        reporter.writes("STOP");
        Responder.of(Team.NORTH).close(report).send();
        reporter.writes(Reporter.CRY);
        assertThat(reporter.report()).isNotEqualTo(report);
        assertThat(texts(reporter.report())).isEqualTo("refused");
        Eventually.so(() -> assertThat(Bus.told(reporter.report()).stream().map(Bus.Told::event))
                .anyMatch(event ->
                        event instanceof SafeContactChanged changed && changed.texts() == TextsAllowed.REFUSED));
    }

    @Test
    void aYesDoesNotOutliveItsReport() {
        reporter.writes("1");
        Responder.of(Team.NORTH).close(report).send();
        reporter.writes(Reporter.CRY);
        assertThat(texts(reporter.report())).isEqualTo("unknown");
    }

    @Test
    void oneAfterStopDoesNotLoosen() {
        reporter.writes("STOP");
        reporter.writes("1");
        assertThat(texts(report)).isEqualTo("refused");
        Responder.of(Team.NORTH).close(report).send();
        reporter.writes("1");
        assertThat(texts(reporter.report())).isEqualTo("refused");
    }

    @Test
    void stopAfterOneTightens() {
        reporter.writes("1");
        reporter.writes("STOP");
        assertThat(texts(report)).isEqualTo("refused");
    }

    @Test
    void helpIsAMessageThatWaitsToBeRead() {
        Responder.of(Team.NORTH).opens(report);
        reporter.writes("HELP");
        assertThat(texts(report)).isEqualTo("unknown");
        assertThat(unread(report)).doesNotContainNull();
        Eventually.so(() -> assertThat(Bus.names(report)).containsExactly("ReportReceived", "ReporterWrote"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"they will not stop", "STOP it", "1 of us", "11", "help us", "Stop!"})
    void wordsInsideASentenceAreNothing(String words) {
        reporter.writes(words);
        assertThat(texts(report)).isEqualTo("unknown");
        Eventually.so(() -> assertThat(Bus.names(report)).containsExactly("ReportReceived", "ReporterWrote"));
    }

    private static String texts(ReportId report) {
        return Sql.INTAKE.one("SELECT texts FROM conversation WHERE id = ?", report.value());
    }

    private static List<String> unread(ReportId report) {
        return Sql.INTAKE.read("SELECT unread_since FROM conversation WHERE id = ?", report.value());
    }
}
