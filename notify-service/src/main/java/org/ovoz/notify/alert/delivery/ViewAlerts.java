package org.ovoz.notify.alert.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** Shows what became of a case's alerts, and keeps that it was shown. Only of the caller's own people: others' are not there. */
@ApplicationScoped
class ViewAlerts {

    private static final String READ = """
            SELECT p.handle, a.kind, a.state, a.reason, a.round, a.rung, a.attempts, a.due_at, a.tried_at, a.changed_at,
                a.answered_at, a.answer
            FROM alert a JOIN person p ON p.id = a.person
            WHERE a.report_id = $1 AND p.organisation = $2 ORDER BY a.created_at, p.handle, a.kind, a.id LIMIT 1000""";

    private final Transactions transactions;
    private final Cases cases;
    private final AuditLog audit;
    private final Clock clock;

    ViewAlerts(Transactions transactions, Cases cases, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with 404 for what is not there and for what is not the caller's. */
    Uni<List<CaseAlert>> view(Caller caller, ReportId report) {
        AuditEntry entry = AuditEntry.ofReport(report, "alerts-viewed", caller.id(), clock.instant());
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .map(found -> found.orElseThrow(Problems::unknownReport))
                .call(() -> audit.append(transaction.connection(), entry))
                .chain(() -> read(transaction.connection(), caller, report)));
    }

    private static Uni<List<CaseAlert>> read(SqlClient transaction, Caller caller, ReportId report) {
        return transaction
                .preparedQuery(READ)
                .execute(Tuple.of(report.value(), caller.organisation().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ViewAlerts::toAlert)
                        .toList());
    }

    private static CaseAlert toAlert(Row row) {
        return new CaseAlert(
                row.getString("handle"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getInteger("round"),
                row.getInteger("rung"),
                row.getInteger("attempts"),
                SqlTime.instant(row, "due_at"),
                SqlTime.instantOrNull(row, "tried_at"),
                SqlTime.instant(row, "changed_at"),
                SqlTime.instantOrNull(row, "answered_at"),
                row.getString("answer"));
    }
}
