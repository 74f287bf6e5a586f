package org.ovoz.notify.due;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** What is due, by row; of each kind one at most is open per report. */
@ApplicationScoped
class Dues {

    private static final String LOCK = "SELECT 1 FROM report_case WHERE id = $1 FOR NO KEY UPDATE";
    private static final String OPEN =
            "SELECT kind, at FROM case_due WHERE report_id = $1 AND ended_at IS NULL ORDER BY at, kind";
    private static final String ADD = """
            INSERT INTO case_due (id, report_id, kind, at, set_by, set_at, tell_at)
            SELECT $1, $2, $3, $4, $5, $6, $4 WHERE NOT EXISTS (
                SELECT 1 FROM case_due d WHERE d.report_id = $2 AND d.kind = $3 AND d.at = $4
                    AND (d.ended_at IS NULL OR d.ended = 'done'))""";
    private static final String END = """
            UPDATE case_due SET ended_at = $2, ended = $3, ended_by = $4
            WHERE report_id = $1 AND ended_at IS NULL AND %s RETURNING id""";
    private static final String MOVE = END.formatted("kind = $5 AND at IS DISTINCT FROM $6");
    private static final String TICK = END.formatted("kind = $5 AND at = $6");
    private static final String CLOSE = END.formatted("id = $5");
    private static final String WAS_TICKED =
            "SELECT 1 FROM case_due WHERE report_id = $1 AND kind = $2 AND at = $3 AND ended = 'done'";
    private static final String SHOW = """
            UPDATE report_case c SET due_at = d.at, due_kind = d.kind
            FROM (SELECT $1::uuid AS id) r LEFT JOIN LATERAL (
                SELECT at, kind FROM case_due WHERE report_id = r.id AND ended_at IS NULL ORDER BY at, kind LIMIT 1) d ON true
            WHERE c.id = r.id""";

    private final Pool pool;
    private final EndNotice endNotice;

    Dues(Pool pool, EndNotice endNotice) {
        this.pool = pool;
        this.endNotice = endNotice;
    }

    Uni<List<DueView>> openOf(ReportId report) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new DueView(row.getString("kind"), SqlTime.instant(row, "at")))
                        .toList());
    }

    /** Of a closed case anybody of the team may say what is due: one after the other. */
    Uni<Void> lock(SqlClient transaction, ReportId report) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(report.value())).replaceWithVoid();
    }

    /**
     * The next of a kind is at this time, or there is none. What was ticked off at that very time stays so.
     *
     * @return whether anything has changed
     */
    Uni<Boolean> move(
            Transaction transaction, ReportId report, PersonId by, DueKind kind, @Nullable Instant at, Instant now) {
        Tuple moved = ended(report, "moved", by, now)
                .addString(kind.code())
                .addOffsetDateTime(at == null ? null : SqlTime.of(at));
        return end(transaction, report, MOVE, moved)
                .chain(ended -> at == null
                        ? Uni.createFrom().item(ended)
                        : add(transaction.connection(), report, by, kind, at, now)
                                .map(added -> added || ended));
    }

    /** @return whether it was open until now */
    Uni<Boolean> tick(Transaction transaction, ReportId report, PersonId by, DueKind kind, Instant at, Instant now) {
        Tuple ticked = ended(report, "done", by, now).addString(kind.code()).addOffsetDateTime(SqlTime.of(at));
        return end(transaction, report, TICK, ticked);
    }

    Uni<Boolean> wasTicked(SqlClient transaction, ReportId report, DueKind kind, Instant at) {
        return transaction
                .preparedQuery(WAS_TICKED)
                .execute(Tuple.of(report.value(), kind.code(), SqlTime.of(at)))
                .map(rows -> rows.size() > 0);
    }

    /** Its case was closed, and it is of no use any more. */
    Uni<Boolean> close(Transaction transaction, ReportId report, UUID due, Instant now) {
        return end(
                transaction, report, CLOSE, ended(report, "closed", null, now).addUUID(due));
    }

    /** Puts the earliest beside the case; the transaction tells that the case has changed. */
    Uni<Void> show(SqlClient transaction, ReportId report) {
        return transaction.preparedQuery(SHOW).execute(Tuple.of(report.value())).replaceWithVoid();
    }

    private static Uni<Boolean> add(
            SqlClient transaction, ReportId report, PersonId by, DueKind kind, Instant at, Instant now) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        Ids.random(), report.value(), kind.code(), SqlTime.of(at), by.value(), SqlTime.of(now)))
                .map(rows -> rows.rowCount() > 0);
    }

    private Uni<Boolean> end(Transaction transaction, ReportId report, String sql, Tuple values) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row ->
                                endNotice.end(transaction, NoticeKind.DUE_PASSED, subject(report, row.getUUID("id"))))
                        .collect()
                        .last()
                        .replaceWith(rows.size() > 0));
    }

    static String subject(ReportId report, UUID due) {
        return report + " " + due;
    }

    private static Tuple ended(ReportId report, String how, @Nullable PersonId by, Instant now) {
        return Tuple.tuple()
                .addUUID(report.value())
                .addOffsetDateTime(SqlTime.of(now))
                .addString(how)
                .addUUID(by == null ? null : by.value());
    }
}
