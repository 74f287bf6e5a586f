package org.ovoz.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.Eventually;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Webhook;

@IntakeTest
class SameMessageTest {

    private final Reporter reporter = Reporter.somebody().switchesOn();

    @Test
    void theSameTextTenTimesIsOneMessageOneEventOneAnswer() {
        Sms text = Sms.of(reporter.number(), Reporter.CRY);
        for (int i = 0; i < 10; i++) {
            assertThat(Webhook.of(text).send().statusCode()).isEqualTo(200);
        }
        assertIsOne(text);
    }

    @Test
    void theSameTextTenTimesAtOnceIsOneMessageOneEventOneAnswer() {
        Sms text = Sms.of(reporter.number(), Reporter.CRY);
        AtOnce.all(Stream.generate(() -> sending(text)).limit(10).toList())
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertIsOne(text);
    }

    @Test
    void tenFirstTextsOfANumberAtOnceAreOneReportWithTenMessages() {
        List<Sms> texts = IntStream.range(0, 10)
                .mapToObj(n -> Sms.of(reporter.number(), Reporter.CRY + n))
                .toList();
        AtOnce.all(texts.stream().map(SameMessageTest::sending).toList())
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        Set<ReportId> reports =
                texts.stream().map(text -> Reporter.reportOf(text.id())).collect(Collectors.toSet());
        assertThat(reports).hasSize(1);
        ReportId report = reports.iterator().next();
        assertThat(messages(report)).hasSize(10);
        Eventually.so(() -> assertThat(Bus.names(report)).hasSize(10));
        assertThat(Bus.names(report).getFirst()).isEqualTo("ReportReceived");
        assertThat(Bus.told(report).stream().map(Bus.Told::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
        assertThat(Sql.INTAKE.one("SELECT report_sequence FROM conversation WHERE id = ?", report.value()))
                .isEqualTo("10");
    }

    @Test
    void twoHundredNumbersAtOnceAreTwoHundredReports() {
        List<Sms> texts = Stream.generate(() -> Sms.of(Reporter.somebody().number(), Reporter.CRY))
                .limit(200)
                .toList();
        AtOnce.all(texts.stream().map(SameMessageTest::sending).toList())
                .forEach(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        List<ReportId> reports =
                texts.stream().map(text -> Reporter.reportOf(text.id())).toList();
        assertThat(reports).doesNotHaveDuplicates();
        Eventually.so(() -> assertThat(reports)
                .allSatisfy(report -> assertThat(Bus.told(report))
                        .singleElement()
                        .satisfies(told -> assertThat(told.sequence()).isEqualTo(1))));
    }

    private void assertIsOne(Sms text) {
        ReportId report = Reporter.reportOf(text.id());
        assertThat(messages(report)).hasSize(1);
        Eventually.so(
                () -> assertThat(Sql.INTAKE.read("SELECT state FROM outgoing_text WHERE report_id = ?", report.value()))
                        .containsExactly("sent"));
        Eventually.so(() -> assertThat(Bus.names(report)).containsExactly("ReportReceived"));
        Eventually.so(() -> assertThat(reporter.hears()).hasSize(1));
    }

    private static List<String> messages(ReportId report) {
        return Sql.INTAKE.read("SELECT id FROM item WHERE report_id = ? AND kind = 'message'", report.value());
    }

    private static Callable<HttpResponse<String>> sending(Sms text) {
        return () -> Webhook.of(text).send();
    }
}
