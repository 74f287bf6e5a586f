package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Alerts whoever holds the report, if they are on call; else who is on call; else the holder all the same; else the team. */
@ApplicationScoped
class TellDue {

    private static final Set<AlertKind> WAYS = EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL);
    private static final Set<AlertKind> IN_DANGER =
            EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL, AlertKind.CALL);

    /** On call as dispatch has it: a duty that was checked in; without shifts, the standing list. */
    private static final String PEOPLE =
            """
            SELECT p.id, coalesce(bool_or(c.claimed_by = p.id AND c.lease_until > $2), false) AS holds,
                bool_or(EXISTS (SELECT 1 FROM duty d WHERE d.person = p.id AND d.team = t.id AND d.cancelled_at IS NULL
                    AND d.checked_in_at IS NOT NULL AND d.starts_at <= $2 AND d.ends_at > $2)
                OR (p.on_call AND NOT EXISTS (
                    SELECT 1 FROM duty d JOIN reachable_person o ON o.id = d.person
                    WHERE d.team = t.id AND d.cancelled_at IS NULL AND d.ends_at > $2))) AS on_call
            FROM report_case c JOIN case_team a ON a.report_id = c.id AND a.addressed_as <> 'escalation'
            JOIN team t ON t.id = a.team AND NOT t.suspended
            JOIN reachable_person p ON p.organisation = t.organisation AND t.id = ANY (p.teams)
            WHERE c.id = $1 AND NOT """ + " " + Visible.hiddenFrom("c.id", "p.id") + " GROUP BY p.id ORDER BY p.id";

    private final WriteAlerts writeAlerts;

    TellDue(WriteAlerts writeAlerts) {
        this.writeAlerts = writeAlerts;
    }

    /** @return how many alerts were written */
    Uni<Integer> tell(Transaction transaction, PassedDue due, Instant now) {
        return transaction
                .connection()
                .preparedQuery(PEOPLE)
                .execute(Tuple.of(due.report().value(), SqlTime.of(now)))
                .chain(rows -> writeAlerts.write(
                        transaction,
                        new Occasion.Due(due.id(), due.code(), due.report()),
                        people(rows),
                        due.danger() ? IN_DANGER : WAYS));
    }

    private static List<PersonId> people(RowSet<Row> rows) {
        List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
        List<Row> holder = all.stream().filter(row -> row.getBoolean("holds")).toList();
        List<Row> onCall = all.stream().filter(row -> row.getBoolean("on_call")).toList();
        List<Row> holderOnCall = holder.stream().filter(onCall::contains).toList();
        return Stream.of(holderOnCall, onCall, holder, all)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(row -> new PersonId(row.getUUID("id")))
                .toList();
    }
}
