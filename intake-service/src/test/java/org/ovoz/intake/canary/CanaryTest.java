package org.ovoz.intake.canary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.CanaryId;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeSetting;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.MovableClock;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Webhook;

@IntakeTest
class CanaryTest {

    @Inject
    MovableClock clock;

    private final CanaryId canary = new CanaryId(Ids.random());

    @Test
    void aCanaryIsTakenAsReportsAreAndToldAsWhatItIs() {
        ReportId report = send(IntakeSetting.STAFF_NUMBER);
        Eventually.so(() -> assertThat(Bus.told(report)).hasSize(1));
        CanaryReceived told = (CanaryReceived) Bus.told(report).getFirst().event();
        assertThat(told.canary()).isEqualTo(canary);
        assertThat(told.language().value()).isEqualTo("uz-Latn");
        assertThat(told.addressed())
                .extracting(addressed -> addressed.team().value())
                .contains("north");
        assertThat(items(report)).isEqualTo("1");
        assertThat(Sql.INTAKE.one("SELECT contact FROM conversation WHERE id = ?", report.value()))
                .isEqualTo("none");
        assertThat(Sql.INTAKE.one("SELECT count(*) FROM outgoing_text WHERE report_id = ?", report.value()))
                .isEqualTo("0");
    }

    @Test
    void eachIsAReportOfItsOwn() {
        assertThat(send(IntakeSetting.STAFF_NUMBER)).isNotEqualTo(send(IntakeSetting.STAFF_NUMBER));
    }

    @Test
    void itIsShreddedAfterAWhileAndThatIsTold() {
        ReportId report = send(IntakeSetting.STAFF_NUMBER);
        clock.putForward(Duration.ofSeconds(61));
        Eventually.so(() -> assertThat(Bus.names(report)).containsExactly("CanaryReceived", "ReportShredded"));
        assertThat(items(report)).isEqualTo("0");
        assertThat(Sql.INTAKE.one("SELECT state FROM conversation WHERE id = ?", report.value()))
                .isEqualTo("shredded");
    }

    @Test
    void aReporterWhoWritesTheSameIsAReporter() {
        ReportId report = send(Reporter.somebody().number());
        Eventually.so(() -> assertThat(Bus.told(report)).hasSize(1));
        assertThat(Bus.told(report).getFirst().event()).isInstanceOf(ReportReceived.class);
    }

    @Test
    void aTextFromTheDesksNumberWithoutAnIdIsAReport() {
        Sms text = Sms.of(IntakeSetting.STAFF_NUMBER, Reporter.CRY);
        assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
        ReportId report = Reporter.reportOf(text.id());
        Eventually.so(() -> assertThat(Bus.names(report)).startsWith("ReportReceived"));
    }

    private ReportId send(String from) {
        Sms text = Sms.of(from, Reporter.CRY + " " + canary.toString().replace("-", ""));
        assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
        return Reporter.reportOf(text.id());
    }

    private static String items(ReportId report) {
        return Sql.INTAKE.one("SELECT count(*) FROM item WHERE report_id = ?", report.value());
    }
}
