package org.ovoz.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Team;

@IntakeTest
class ThreadTest {

    private final Responder responder = Responder.of(Team.NORTH);
    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final ReportId first = reporter.report();

    @Test
    void aSecondTextGoesOnWithTheReport() {
        MovableClock.putForward(Duration.ofHours(23));
        reporter.writes("Iltimos, tezroq.");
        assertThat(reporter.report()).isEqualTo(first);
        assertThat(responder.opens(first).texts(ItemKind.MESSAGE)).containsExactly(Reporter.CRY, "Iltimos, tezroq.");
        Eventually.so(() -> assertThat(Bus.names(first)).containsExactly("ReportReceived", "ReporterWrote"));
    }

    @Test
    void aTextAfterADayOfSilenceOpensANewReportAndProposesALink() {
        MovableClock.putForward(Duration.ofHours(24));
        reporter.writes(Reporter.CRY);
        assertThat(reporter.report()).isNotEqualTo(first);
        assertThat(responder.opens(reporter.report()).fetched().proposedLink()).isEqualTo(first);
        assertStandsAlone();
    }

    @Test
    void aTextAfterClosingOpensANewReportAndProposesALink() {
        assertThat(responder.close(first).send().status()).isEqualTo(200);
        reporter.writes(Reporter.CRY);
        assertThat(reporter.report()).isNotEqualTo(first);
        assertThat(responder.opens(reporter.report()).fetched().proposedLink()).isEqualTo(first);
        assertStandsAlone();
    }

    @Test
    void aNumberThatNeverWroteProposesNoLink() {
        assertThat(responder.opens(first).fetched().proposedLink()).isNull();
    }

    /** Nothing of the earlier report is in the new one, and the bus does not hear of the link. */
    private void assertStandsAlone() {
        ReportId second = reporter.report();
        OpenedReport opened = responder.opens(second);
        assertThat(opened.texts(ItemKind.MESSAGE)).hasSize(1);
        assertThat(responder.opens(first).texts(ItemKind.MESSAGE)).hasSize(1);
        Eventually.so(() -> assertThat(Bus.told(second)).singleElement().satisfies(told -> {
            assertThat(told.event()).isInstanceOf(ReportReceived.class);
            assertThat(told.event().toString()).doesNotContain(first.toString());
        }));
    }
}
