package org.ovoz.local.journeys.running;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.Topics;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.phones.Text;
import org.ovoz.local.journeys.web.Await;

/** What one report has left behind, counted where it ends: in the databases, in the topic from offset 0, on phones. */
public record Traces(RunningStack running, ReportId report) {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration GIVEN_UP = Duration.ofSeconds(10);

    /** @param event the event's name, such as {@code ReportReceived} */
    public List<ConsumerRecord<byte[], byte[]>> told(String event) {
        return running.bus().everythingIn(Topics.REPORTS).stream()
                .filter(record -> record.key() != null)
                .filter(record -> report.toString().equals(new String(record.key(), StandardCharsets.UTF_8)))
                .filter(record -> header(record, "ce_type").equals("org.ovoz." + event + ".v1"))
                .toList();
    }

    /** The ids of such events: two instances of intake may each send one that was left behind, with the same id. */
    public Set<String> idsTold(String event) {
        return told(event).stream().map(record -> header(record, "ce_id")).collect(Collectors.toSet());
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Ids of the carrier's that are remembered as taken. */
    public long carrierIds() {
        return inIntake("SELECT count(*) FROM carrier_message WHERE report_id = ?");
    }

    public long messages() {
        return inIntake("SELECT count(*) FROM item WHERE report_id = ? AND kind = 'message'");
    }

    public long cases() {
        return inDesk("SELECT count(*) FROM report_case WHERE id = ?");
    }

    /** Texts on that responder's phone that are alerts of this case. */
    public List<Text> alerts(String handle, String shortId) {
        return received(running.stack().person(handle).number()).stream()
                .filter(text -> text.body().startsWith(shortId + "-1"))
                .toList();
    }

    /** Alerts go out after the case is there. */
    public void awaitAlert(String handle, String shortId) {
        Await.until(
                "an alert of " + shortId,
                SOON,
                () -> alerts(handle, shortId).stream().findFirst());
    }

    public List<Text> received(String number) {
        return new Phone(running.web(), running.stack().carrier(), number).received();
    }

    /**
     * What became of the texts that were to alert that responder of this report: one of the desk's states of an alert, or {@code left}
     * if whoever was sending it is gone.
     */
    public List<String> textAlerts(String handle) {
        String sql = "SELECT CASE WHEN a.state = 'sending' AND a.changed_at < ? THEN 'left' ELSE a.state END"
                + " FROM alert a JOIN person p ON p.id = a.person WHERE a.report_id = ? AND p.handle = ? AND kind = 'sms'";
        try (Connection desk = running.databases().desk()) {
            return Databases.words(
                    desk, sql, Instant.now().minus(GIVEN_UP).atOffset(ZoneOffset.UTC), report.value(), handle);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long inIntake(String sql) {
        try (Connection database = running.databases().intake()) {
            return Databases.count(database, sql, report.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long inDesk(String sql) {
        try (Connection database = running.databases().desk()) {
            return Databases.count(database, sql, report.value());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
