package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Alerts the team that a report is offered to: who is on call, else everybody, else its coordinators. */
@ApplicationScoped
class TellTeam {

    private static final Set<AlertKind> WAYS = EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL);
    private static final Set<AlertKind> IN_DANGER =
            EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL, AlertKind.CALL);

    /** On call as dispatch has it: a duty that was checked in; without shifts, the standing list. */
    private static final String PEOPLE = """
            SELECT p.id, t.id = ANY (p.teams) AS member,
                EXISTS (SELECT 1 FROM duty d WHERE d.person = p.id AND d.team = t.id AND d.cancelled_at IS NULL
                    AND d.checked_in_at IS NOT NULL AND d.starts_at <= $2 AND d.ends_at > $2)
                OR (p.on_call AND NOT EXISTS (
                    SELECT 1 FROM duty d JOIN reachable_person o ON o.id = d.person
                    WHERE d.team = t.id AND d.cancelled_at IS NULL AND d.ends_at > $2)) AS on_call
            FROM team t JOIN reachable_person p ON p.organisation = t.organisation
                AND (t.id = ANY (p.teams) OR 'coordinator' = ANY (p.roles))
            WHERE t.id = $1 AND NOT t.suspended AND NOT """ + " " + Visible.hiddenFrom("$3", "p.id") + " ORDER BY p.id";

    private final WriteAlerts writeAlerts;
    private final Clock clock;

    TellTeam(WriteAlerts writeAlerts, Clock clock) {
        this.writeAlerts = writeAlerts;
        this.clock = clock;
    }

    Uni<Void> tell(Transaction transaction, OfferedCase offered, UUID offer, TeamId team) {
        String code = AlertText.of(offered.shortId(), offered.danger(), offered.opened());
        return transaction
                .connection()
                .preparedQuery(PEOPLE)
                .execute(Tuple.of(
                        team.value(),
                        SqlTime.of(clock.instant()),
                        offered.report().value()))
                .chain(rows -> writeAlerts.write(
                        transaction,
                        new Occasion.Offer(offer, code, offered.report()),
                        people(rows),
                        offered.danger() ? IN_DANGER : WAYS))
                .replaceWithVoid();
    }

    private static List<PersonId> people(RowSet<Row> rows) {
        List<Row> all = StreamSupport.stream(rows.spliterator(), false).toList();
        List<Row> members = all.stream().filter(row -> row.getBoolean("member")).toList();
        List<Row> onCall =
                members.stream().filter(row -> row.getBoolean("on_call")).toList();
        List<Row> told = onCall.isEmpty() ? members.isEmpty() ? all : members : onCall;
        return told.stream().map(row -> new PersonId(row.getUUID("id"))).toList();
    }
}
