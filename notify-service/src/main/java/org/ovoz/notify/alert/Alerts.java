package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.time.SqlTime;

/** The alerts, by state. */
@ApplicationScoped
public class Alerts {

    private static final String DROP = """
            UPDATE alert a SET state = 'dropped', changed_at = $1
            WHERE a.state = 'due' AND (EXISTS (SELECT 1 FROM ladder l WHERE l.id = a.ladder AND l.ended_at IS NOT NULL) OR """ + " " + Visible.hiddenFrom("a.report_id", "a.person") + ")";
    /** A call that was not made, or of unknown fate, speaks for nobody. */
    private static final String UNBUNDLE = """
            UPDATE alert a SET state = CASE made.state WHEN 'dropped' THEN 'due' ELSE 'unknown' END,
                bundled_in = CASE made.state WHEN 'dropped' THEN NULL ELSE made.id END, changed_at = $1
            FROM alert made
            WHERE a.state = 'bundled' AND made.id = a.bundled_in AND made.state IN ('dropped', 'unknown')""";

    /** What was changed later than that was changed before the clock went back. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    static final String UNDER_WAY = """
            UPDATE alert a SET state = 'sending', attempts = attempts + 1, tried_at = $1, changed_at = $1
            WHERE a.id IN (%s)
            RETURNING a.id, a.kind, a.text, a.endpoint, (
                SELECT CASE a.kind WHEN 'sms' THEN p.sms WHEN 'call' THEN p.call WHEN 'email' THEN p.email
                    ELSE (SELECT url FROM endpoint e WHERE e.id = a.endpoint AND e.gone_at IS NULL) END
                FROM reachable_person p WHERE p.id = a.person) AS address""";
    private static final String TAKE = UNDER_WAY.formatted("""
            SELECT id FROM alert WHERE state = 'due' AND (due_at <= $1 OR changed_at > $4) AND kind = $2
            ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED""");
    private static final String ABANDONED = """
            UPDATE alert SET state = CASE WHEN kind = ANY ($3) THEN 'due' ELSE 'unknown' END,
                reason = 'abandoned', due_at = $1, changed_at = $1
            WHERE state = 'sending' AND changed_at < $2""";
    private static final String SETTLE = """
            UPDATE alert SET state = $2, reason = $3, changed_at = $4 WHERE id = $1 AND state = 'sending'
            RETURNING report_id""";
    private static final String LATER = """
            UPDATE alert SET state = CASE WHEN attempts < $5 THEN 'due' ELSE 'failed' END, reason = $2,
                due_at = $3::timestamptz + $4::interval * power(2, least(attempts, 10) - 1), changed_at = $3
            WHERE id = $1 AND state = 'sending' RETURNING report_id""";
    private static final String BUNDLED_FAILED = """
            UPDATE alert a SET state = 'failed', reason = made.reason, changed_at = $2 FROM alert made
            WHERE made.id = $1 AND made.state = 'failed' AND a.bundled_in = made.id AND a.state = 'bundled'""";
    private static final String REPORTED = """
            UPDATE alert SET state = $2, reason = $3, changed_at = $4
            WHERE id = $1 AND state IN ('sending', 'sent', 'unknown') AND state <> $2
            RETURNING report_id""";

    private final Pool pool;
    private final AlertTimes times;
    private final Clock clock;

    Alerts(Pool pool, AlertTimes times, Clock clock) {
        this.pool = pool;
        this.times = times;
        this.clock = clock;
    }

    /** What a ladder that ended had still to say is not said, nor anything to whoever must not know of the report any more. */
    Uni<Void> drop() {
        return pool.preparedQuery(DROP)
                .execute(Tuple.of(now()))
                .chain(() -> pool.preparedQuery(UNBUNDLE).execute(Tuple.of(now())))
                .replaceWithVoid();
    }

    /** Those that are due become {@code sending}, committed before anything is sent; each goes to one instance only. */
    Uni<List<Alert>> take(AlertKind kind, int atMost) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(
                        now(), kind.word(), atMost, SqlTime.of(clock.instant().plus(CLOCKS_DIFFER))))
                .map(Alerts::toAlerts);
    }

    /** Attempts that a crash left: due again where a second one does no harm, else nobody knows. */
    Uni<Integer> settleAbandoned(List<AlertKind> repeatable) {
        return pool.preparedQuery(ABANDONED)
                .execute(Tuple.of(
                        now(),
                        SqlTime.of(clock.instant().minus(times.abandonedAfter())),
                        repeatable.stream().map(AlertKind::word).toArray(String[]::new)))
                .map(rows -> rows.rowCount());
    }

    /** Empty when the carrier's report overtook this, or it is about no report. */
    Uni<Optional<ReportId>> settle(SqlClient transaction, UUID id, AlertState state, @Nullable String reason) {
        return report(transaction, SETTLE, Tuple.of(id, state.word(), reason, now()));
    }

    Uni<Optional<ReportId>> later(SqlClient transaction, UUID id, String reason) {
        Tuple values =
                Tuple.of(id, reason, now(), io.vertx.pgclient.data.Interval.of(times.retryAfter()), times.attempts());
        return report(transaction, LATER, values);
    }

    /** What the carrier reports afterwards; a final state stays. */
    Uni<Optional<ReportId>> reported(SqlClient transaction, UUID id, AlertState state, @Nullable String reason) {
        return report(transaction, REPORTED, Tuple.of(id, state.word(), reason, now()));
    }

    /** A call that failed has told nobody of those that were bundled in it. One that did not fail leaves them as they are. */
    public Uni<Void> failBundled(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(BUNDLED_FAILED)
                .execute(Tuple.of(id, now()))
                .replaceWithVoid();
    }

    private static Uni<Optional<ReportId>> report(SqlClient transaction, String sql, Tuple values) {
        return transaction
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.ofNullable(rows.iterator().next().getUUID("report_id"))
                                .map(ReportId::new));
    }

    static List<Alert> toAlerts(RowSet<Row> rows) {
        List<Alert> alerts = new ArrayList<>(rows.size());
        rows.forEach(row -> alerts.add(toAlert(row)));
        return alerts;
    }

    private static Alert toAlert(Row row) {
        String address = row.getString("address");
        return new Alert(
                row.getUUID("id"),
                AlertKind.of(row.getString("kind")),
                address == null ? "" : address,
                row.getUUID("endpoint"),
                row.getString("text"));
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return SqlTime.of(now);
    }
}
