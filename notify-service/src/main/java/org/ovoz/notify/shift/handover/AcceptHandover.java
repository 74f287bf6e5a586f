package org.ovoz.notify.shift.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Somebody who is there when a duty ends answers for what it leaves open by now; what is claimed afterwards is accepted again. Claims stay
 * with whoever holds them, by their leases.
 */
@ApplicationScoped
class AcceptHandover {

    private static final String FIND = """
            SELECT EXISTS (SELECT 1 FROM duty mine WHERE mine.person = $2 AND mine.team = d.team
                AND mine.cancelled_at IS NULL AND mine.checked_in_at IS NOT NULL
                AND mine.starts_at <= d.ends_at AND mine.ends_at > greatest(d.ends_at, $4)) AS on_duty_then,
                d.ends_at <= $5 AS shown
            FROM duty d WHERE d.id = $1 AND d.team = ANY ($3) AND d.person <> $2 AND d.cancelled_at IS NULL""";
    private static final String ACCEPT = """
            WITH open AS (SELECT d.id AS duty, ARRAY(SELECT c.id %s) AS reports FROM duty d WHERE d.id = $1),
            accepted AS (
                INSERT INTO duty_handover AS h (duty, accepted_by, accepted_at, reports)
                SELECT duty, $2, $3, reports FROM open
                ON CONFLICT (duty) DO UPDATE SET accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at,
                    reports = ARRAY(SELECT unnest(h.reports) UNION SELECT unnest(excluded.reports))
                WHERE NOT excluded.reports <@ h.reports RETURNING duty)
            SELECT cardinality(open.reports) AS reports FROM open JOIN accepted USING (duty)""".formatted(OpenWork.ofDutyFor("$2"));

    private final Transactions transactions;
    private final EndNotice endNotice;
    private final AuditLog audit;
    private final HandoverSettings settings;
    private final Clock clock;

    AcceptHandover(
            Transactions transactions, EndNotice endNotice, AuditLog audit, HandoverSettings settings, Clock clock) {
        this.transactions = transactions;
        this.endNotice = endNotice;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<AcceptOutcome> accept(Caller caller, UUID duty) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(
                        duty,
                        caller.id().value(),
                        caller.teamIds(),
                        SqlTime.of(now),
                        SqlTime.of(now.plus(settings.shownFrom()))))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new AcceptOutcome.NotYours())
                        : accept(transaction, caller, duty, rows.iterator().next(), now)));
    }

    private Uni<AcceptOutcome> accept(Transaction transaction, Caller caller, UUID duty, Row found, Instant now) {
        if (!found.getBoolean("shown")) {
            return Uni.createFrom().item(new AcceptOutcome.TooEarly());
        }
        if (!found.getBoolean("on_duty_then")) {
            return Uni.createFrom().item(new AcceptOutcome.NotOnDutyThen());
        }
        AuditEntry entry =
                new AuditEntry("shifts", "handover-accepted", caller.id().value(), duty.toString(), now);
        return transaction
                .connection()
                .preparedQuery(ACCEPT)
                .execute(Tuple.of(duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new AcceptOutcome.AlreadyAccepted())
                        : endNotice
                                .end(transaction, NoticeKind.HANDOVER_OPEN, duty.toString())
                                .chain(() -> audit.append(transaction.connection(), entry))
                                .replaceWith(new AcceptOutcome.Accepted(
                                        rows.iterator().next().getInteger("reports"))));
    }
}
