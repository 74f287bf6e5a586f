package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.time.SqlTime;

/**
 * A time that has passed, with what there is to know of its report. The case's row and its own are locked.
 *
 * @param told whether somebody has been
 * @param erased the report's content is gone, so that there is nothing to come back to
 * @param organisation whose coordinators answer for it: the holder's, else that of a team addressed; where all are stopped, everybody's do
 */
record PassedDue(
        UUID id,
        ReportId report,
        DueKind kind,
        boolean told,
        String shortId,
        boolean danger,
        boolean opened,
        boolean closed,
        boolean erased,
        Optional<OrganisationId> organisation) {

    private static final String LOCK = """
            SELECT d.id, d.report_id, d.kind, d.told_at IS NOT NULL AS told, c.short_id, c.danger,
                c.first_opened_at IS NOT NULL AS opened, c.closed_at IS NOT NULL AS closed,
                EXISTS (SELECT 1 FROM audit e WHERE e.chain = 'report:' || c.id AND e.what = 'report-shredded') AS erased,
                coalesce((SELECT p.organisation FROM person p WHERE p.id = c.claimed_by),
                    (SELECT t.organisation FROM case_team k JOIN team t ON t.id = k.team
                        WHERE k.report_id = c.id AND k.addressed_as <> 'escalation' AND NOT t.suspended ORDER BY t.id LIMIT 1)) AS organisation
            FROM case_due d JOIN report_case c ON c.id = d.report_id
            WHERE d.id = $1 AND d.ended_at IS NULL AND d.tell_at <= $2 FOR NO KEY UPDATE OF c, d SKIP LOCKED""";

    /** Empty when another instance has it, or it was seen to meanwhile. */
    static Uni<Optional<PassedDue>> lock(SqlClient transaction, UUID due, Instant now) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(due, SqlTime.of(now)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    String code() {
        return AlertText.of(shortId, danger, opened);
    }

    private static PassedDue of(Row row) {
        return new PassedDue(
                row.getUUID("id"),
                new ReportId(row.getUUID("report_id")),
                DueKind.of(row.getString("kind")).orElseThrow(),
                row.getBoolean("told"),
                row.getString("short_id"),
                row.getBoolean("danger"),
                row.getBoolean("opened"),
                row.getBoolean("closed"),
                row.getBoolean("erased"),
                Optional.ofNullable(row.getString("organisation")).map(OrganisationId::new));
    }
}
