package org.ovoz.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.intake.setting.Problem.assertRefused;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Topics;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Webhook;

/** A database that refuses the statement, as it would when it is full: nobody may have heard of what is not written. */
@IntakeTest
class RefusedStatementTest {

    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final Sms first = Sms.of(Reporter.somebody().number(), Reporter.CRY);
    private final Sms next = Sms.of(reporter.number(), Reporter.CRY);

    @BeforeEach
    void theDatabaseRefuses() {
        Eventually.so(() -> assertThat(Bus.names(reporter.report())).containsExactly("ReportReceived"));
        Sql.INTAKE.change("ALTER TABLE audit ADD CONSTRAINT refuses CHECK (false) NOT VALID");
    }

    @AfterEach
    void theDatabaseTakes() {
        Sql.INTAKE.change("ALTER TABLE audit DROP CONSTRAINT IF EXISTS refuses");
    }

    @Test
    void whatIsNotWrittenIsNeitherAcknowledgedNorToldAndIsTakenWhenItComesAgain() {
        for (Sms text : List.of(first, next)) {
            HttpResponse<String> answer = Webhook.of(text).send();
            assertRefused(answer, 503, "unavailable");
            assertThat(Reporter.isKnown(text.id())).isFalse();
        }
        theDatabaseTakes();
        for (Sms text : List.of(first, next)) {
            assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
        }
        // Told after whatever was told of the refused ones.
        Eventually.so(() -> {
            assertThat(Bus.names(Reporter.reportOf(first.id()))).containsExactly("ReportReceived");
            assertThat(Bus.names(reporter.report())).contains("ReporterWrote");
        });
        assertThat(toldOnTheBus()).isSubsetOf(Sql.INTAKE.read("SELECT id FROM outbox"));
    }

    private static List<String> toldOnTheBus() {
        return Bus.everything().stream()
                .filter(record -> Topics.REPORTS.equals(record.topic()))
                .map(record -> record.headers().lastHeader("ce_id").value())
                .map(id -> new String(id, StandardCharsets.UTF_8))
                .toList();
    }
}
