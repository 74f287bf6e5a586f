package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.contracts.Topics;
import org.ovoz.local.journeys.running.Bus;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.Doors;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.NotInTime;

/** What has not got through yet, since a moment. */
public final class Backlog implements AutoCloseable {
    private static final Map<String, String> INTAKE = new LinkedHashMap<>(Map.of(
            "events that intake has not published",
            "SELECT count(*) FROM outbox WHERE published_at IS NULL AND occurred_at >= ?",
            "answers under way",
            "SELECT count(*) FROM outgoing_text WHERE state IN ('accepted', 'sending') AND accepted_at >= ?"));
    private static final Map<String, String> DESK = new LinkedHashMap<>(Map.of(
            "events that the desk has not published",
            "SELECT count(*) FROM outbox WHERE published_at IS NULL AND occurred_at >= ?",
            "events that wait at the desk",
            "SELECT count(*) FROM inbox WHERE state = 'waiting' AND received_at >= ?",
            "parked events",
            "SELECT count(*) FROM inbox WHERE state = 'parked' AND received_at >= ?",
            "unreadable records",
            "SELECT count(*) FROM inbox_unreadable WHERE received_at >= ?",
            // Calls wait for each other: a person is rung once in five minutes.
            "alerts under way",
            "SELECT count(*) FROM alert WHERE state IN ('due', 'sending') AND kind <> 'call' AND created_at >= ?"));

    private final Connection intake;
    private final Connection desk;
    private final Bus bus;
    private final Instant since;

    private Backlog(Doors doors, Instant since) {
        this.intake = doors.databases().intake();
        this.desk = doors.databases().desk();
        this.bus = doors.bus();
        this.since = since;
    }

    /** @return what is left when everything is through or the time is over, in words */
    public static List<String> after(Doors doors, Instant since, Duration quietWithin) throws SQLException {
        try (Backlog backlog = new Backlog(doors, since)) {
            try {
                return Await.until(
                        "quiet", quietWithin, () -> Optional.of(backlog.left()).filter(List::isEmpty));
            } catch (NotInTime stillBusy) {
                return backlog.left();
            }
        }
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        INTAKE.forEach((what, sql) -> add(left, what, count(intake, sql)));
        DESK.forEach((what, sql) -> add(left, what, count(desk, sql)));
        if (left.isEmpty()) {
            add(left, "records that the desk has not acknowledged", bus.lag(Topics.REPORTS, "desk"));
        }
        return left;
    }

    private long count(Connection database, String sql) {
        return Databases.count(database, sql, since.atOffset(ZoneOffset.UTC));
    }

    private static void add(List<String> left, String what, long count) {
        if (count > 0) {
            left.add(count + " " + what);
        }
    }

    @Override
    public void close() throws SQLException {
        try (intake) {
            desk.close();
        }
    }
}
