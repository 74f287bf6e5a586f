package org.ovoz.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sql;

@IntakeTest
class ForgetCarrierIdsTest {

    @Inject
    ForgetCarrierIds forgetCarrierIds;

    @Test
    void theCarriersIdsAreForgottenAfterThirtyDays() {
        Reporter old = Reporter.whoWrote(Reporter.CRY);
        Reporter recent = Reporter.whoWrote(Reporter.CRY);
        age(old.report(), "31 days");
        age(recent.report(), "29 days");
        forgetCarrierIds.forget().await().indefinitely();
        assertThat(Reporter.isKnown(old.lastText().id())).isFalse();
        assertThat(Reporter.isKnown(recent.lastText().id())).isTrue();
    }

    private static void age(ReportId report, String by) {
        Sql.INTAKE.change(
                "UPDATE carrier_message SET received_at = received_at - ?::interval WHERE report_id = ?",
                by,
                report.value());
    }
}
