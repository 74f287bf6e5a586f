package org.ovoz.intake.delivery.waiting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.contact.WaitingReply;

/** The replies of a report that wait. Whoever asks holds the report's row, as everybody does who changes one. */
public final class WaitingReplies {

    private static final String WAITING = """
            SELECT id, goes_at FROM outgoing_text WHERE report_id = $1 AND state = 'accepted' AND goes_at IS NOT NULL
            ORDER BY goes_at, id""";

    /** One that the carrier had no time for waits, too; it was surely not taken. */
    private static final String WITHDRAW = """
            UPDATE outgoing_text SET state = 'withdrawn', settled_at = $3, contact = NULL, relay_grant = NULL
            WHERE report_id = $1 AND id = $2 AND kind = 'reply' AND state = 'accepted' RETURNING id""";

    private static final String WITHDRAW_ALL = """
            UPDATE outgoing_text SET state = 'withdrawn', settled_at = $2, contact = NULL, relay_grant = NULL
            WHERE report_id = $1 AND state = 'accepted' AND goes_at IS NOT NULL RETURNING id""";

    private static final String WAS_WITHDRAWN =
            "SELECT 1 FROM outgoing_text WHERE report_id = $1 AND id = $2 AND state = 'withdrawn'";

    private static final String NOT_SENT = """
            SELECT id FROM outgoing_text WHERE report_id = $1 AND kind = 'reply' AND state IN ('withdrawn', 'refused')
            ORDER BY accepted_at, id""";

    private static final String LOOK_AGAIN = """
            UPDATE outgoing_text SET due_at = least(due_at, $2)
            WHERE report_id = $1 AND state = 'accepted' AND goes_at IS NOT NULL""";

    private WaitingReplies() {}

    public static Uni<List<WaitingReply>> of(SqlClient transaction, ReportId report) {
        return transaction
                .preparedQuery(WAITING)
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new WaitingReply(
                                item(row), row.getOffsetDateTime("goes_at").toInstant()))
                        .toList());
    }

    /** Those that were accepted once and did not go out. */
    public static Uni<List<ItemId>> notSent(SqlClient transaction, ReportId report) {
        return transaction
                .preparedQuery(NOT_SENT)
                .execute(Tuple.of(report.value()))
                .map(WaitingReplies::items);
    }

    /** False if it does not wait: it went out, or was never there. */
    public static Uni<Boolean> withdraw(SqlClient transaction, ReportId report, ItemId reply, Instant now) {
        return transaction
                .preparedQuery(WITHDRAW)
                .execute(Tuple.of(report.value(), reply.value(), now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    public static Uni<Boolean> wasWithdrawn(SqlClient transaction, ReportId report, ItemId reply) {
        return transaction
                .preparedQuery(WAS_WITHDRAWN)
                .execute(Tuple.of(report.value(), reply.value()))
                .map(rows -> rows.size() == 1);
    }

    public static Uni<List<ItemId>> withdrawAll(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(WITHDRAW_ALL)
                .execute(Tuple.of(report.value(), now.atOffset(ZoneOffset.UTC)))
                .map(WaitingReplies::items);
    }

    /** The terms have changed: the next pass decides by these. */
    public static Uni<Void> lookAgain(SqlClient transaction, ReportId report, Instant now) {
        return transaction
                .preparedQuery(LOOK_AGAIN)
                .execute(Tuple.of(report.value(), now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static List<ItemId> items(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(WaitingReplies::item)
                .toList();
    }

    private static ItemId item(Row row) {
        return new ItemId(row.getUUID("id"));
    }
}
