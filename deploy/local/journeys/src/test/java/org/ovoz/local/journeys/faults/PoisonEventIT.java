package org.ovoz.local.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.running.Traces;
import org.ovoz.local.journeys.web.Await;

/** An event that cannot be applied stops its own report and no other, is seen, and is settled by a person's command. */
class PoisonEventIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PARTITIONS = 8;
    private static final String TEXT = "Yordam kerak, bizni bu yerda ushlab turishibdi.";

    private final RunningStack running = RunningStack.shared();
    private final ResponderSession aziza = running.people().login("aziza");
    private final ParkedEvents parked = new ParkedEvents(
            running.web(), running.stack().desk(), running.people().token("admin"));

    @Test
    void whatIsNoEventAtAllIsKeptAndCountedInEveryPartitionAndStopsNobody() throws Exception {
        int before = parked.backlog().unreadable();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            running.bus().append(new ProducerRecord<>(Topics.REPORTS, partition, null, bytes("{\"no\": ")));
        }
        running.reports(aziza).open(TEXT);
        Await.until(
                "all of them to be counted",
                SOON,
                () -> Optional.of(parked.backlog().unreadable()).filter(count -> count == before + PARTITIONS));
        parked.awaitMetric(running.deskManagement(), "unreadable", before + PARTITIONS);
    }

    @Test
    void anEventOfUnreadableContentIsParkedAndThoseBehindItGoOnOnceItIsSkipped() throws Exception {
        ReportId report = running.reports(aziza).open(TEXT).id();
        UUID malformed = Ids.random();
        running.bus().append(event(malformed, report, 2, bytes("{\"no\": ")));
        running.bus().append(event(Ids.random(), report, 3, allowed(report)));
        assertThat(parked.await(malformed).reason()).isEqualTo("malformed");
        assertThat(aziza.look(report).texts()).isEqualTo(TextsAllowed.UNKNOWN);

        assertThat(parked.redrive(malformed)).isEqualTo("parked");
        assertThat(parked.skip(malformed)).isEqualTo("skipped");
        assertThat(aziza.look(report).texts()).isEqualTo(TextsAllowed.ALLOWED);
        assertThat(parked.find(malformed)).isEmpty();
    }

    @Test
    void anEventOfAReportThatNobodyKnowsIsParkedAndVisible() throws Exception {
        ReportId nobodys = new ReportId(Ids.random());
        UUID orphan = Ids.random();
        running.bus().append(event(orphan, nobodys, 1, allowed(nobodys)));
        ParkedEvents.Parked shown = parked.await(orphan);
        assertThat(shown.reason()).isEqualTo("unknown-report");
        assertThat(shown.key()).isEqualTo(nobodys.toString());
        parked.awaitMetric(running.deskManagement(), "parked", parked.backlog().parked());
        running.reports(aziza).open(TEXT);

        assertThat(parked.skip(orphan)).isEqualTo("skipped");
        assertThat(parked.skip(orphan)).isEqualTo("not-parked");
        assertThat(running.traces(nobodys).cases()).isZero();
    }

    @Test
    void anEventThatTheDatabaseRefusedIsAppliedByTheCommandOnceThatIsPutRight() throws Exception {
        NewReports reports = NewReports.from(running);
        String number = running.carrier().freshNumber();
        alterCases("ADD CONSTRAINT put_wrong CHECK (short_id = '') NOT VALID");
        ReportId report;
        UUID event;
        try {
            running.carrier().phone(number).text(TEXT);
            report = reports.awaitOne();
            event = parked.awaitOf(report).id();
            assertThat(running.traces(report).cases()).isZero();
        } finally {
            alterCases("DROP CONSTRAINT put_wrong");
        }
        running.carrier().phone(number).text("1");
        assertThat(parked.redrive(event)).isEqualTo("applied");
        Traces traces = running.traces(report);
        assertThat(traces.cases()).isEqualTo(1);
        String shortId = Await.until(
                        "what waited behind it",
                        SOON,
                        () -> Optional.of(aziza.look(report)).filter(view -> view.texts() == TextsAllowed.ALLOWED))
                .shortId();
        traces.awaitAlert("aziza", shortId);
        assertThat(traces.alerts("aziza", shortId)).hasSize(1);
    }

    private void alterCases(String how) throws SQLException {
        try (Connection desk = running.databases().desk()) {
            Databases.change(desk, "ALTER TABLE report_case " + how);
        }
    }

    private static byte[] allowed(ReportId report) {
        return bytes(Json.write(new SafeContactChanged(report, TextsAllowed.ALLOWED, Instant.now())));
    }

    private static ProducerRecord<byte[], byte[]> event(UUID id, ReportId report, int sequence, byte[] content) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.REPORTS, bytes(report.toString()), content);
        List.of(
                        "ce_specversion=1.0",
                        "ce_id=" + id,
                        "ce_type=org.ovoz.SafeContactChanged.v1",
                        "ce_source=urn:ovoz:intake",
                        "ce_subject=" + report,
                        "ce_time=" + Instant.now(),
                        "ce_sequence=" + sequence,
                        "content-type=application/json")
                .forEach(header -> record.headers().add(header.split("=", 2)[0], bytes(header.split("=", 2)[1])));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
