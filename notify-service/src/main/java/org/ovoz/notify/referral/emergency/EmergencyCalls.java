package org.ovoz.notify.referral.emergency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;

/** What was asked and called for a case, the latest first. */
@ApplicationScoped
class EmergencyCalls {

    private static final String READ = """
            SELECT e.*, asker.handle AS asker, answerer.handle AS answerer
            FROM emergency_call e JOIN person asker ON asker.id = e.asked_by
            LEFT JOIN person answerer ON answerer.id = e.answered_by
            WHERE e.report_id = $1 ORDER BY e.asked_at DESC, e.id""";

    private final Pool pool;
    private final EmergencySettings settings;
    private final Clock clock;

    EmergencyCalls(Pool pool, EmergencySettings settings, Clock clock) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<List<EmergencyView>> of(ReportId report) {
        Instant now = clock.instant();
        return pool.preparedQuery(READ)
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> view(row, now))
                        .toList());
    }

    private EmergencyView view(Row row, Instant now) {
        Instant askedAt = SqlTime.instant(row, "asked_at");
        Instant until = askedAt.plus(settings.confirmWithin());
        String answer = row.getString("answer");
        String unanswered = now.isBefore(until) ? "asked" : "lapsed";
        return new EmergencyView(
                row.getUUID("id"),
                row.getString("whom"),
                row.getString("region"),
                row.getLocalDate("consented_on"),
                answer == null ? unanswered : answer,
                row.getString("asker"),
                askedAt,
                until,
                row.getString("answerer"),
                SqlTime.instantOrNull(row, "answered_at"),
                row.getString("outcome"),
                SqlTime.instantOrNull(row, "outcome_at"));
    }
}
