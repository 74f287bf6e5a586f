package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.cases.Visible;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * A report, or what its reporter writes, starts a ladder. One climbs per report: what comes while it does is told to whoever holds the
 * report or has acknowledged, and the ladder goes on; one that rests goes on at once.
 */
@ApplicationScoped
public class StartLadder {

    private static final Set<AlertKind> AT_ONCE = EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL);
    private static final String AT_IT = """
            SELECT l.id, l.round, l.rung, c.short_id, c.danger, c.first_opened_at IS NOT NULL AS opened, p.id AS person
            FROM ladder l JOIN report_case c ON c.id = l.report_id
            JOIN person p ON (p.id = c.claimed_by AND c.lease_until > $2)
                OR (l.paused AND EXISTS (
                    SELECT 1 FROM acknowledgement k WHERE k.ladder = l.id AND k.round = l.round AND k.person = p.id))
            WHERE l.report_id = $1 AND l.ended_at IS NULL AND NOT """ + " " + Visible.hiddenFrom("l.report_id", "p.id");

    private final Ladders ladders;
    private final ClimbLadders climbLadders;
    private final WriteAlerts writeAlerts;
    private final Clock clock;

    StartLadder(Ladders ladders, ClimbLadders climbLadders, WriteAlerts writeAlerts, Clock clock) {
        this.ladders = ladders;
        this.climbLadders = climbLadders;
        this.writeAlerts = writeAlerts;
        this.clock = clock;
    }

    /** @param cause the event that starts it; the transaction holds the case's row locked */
    public Uni<Void> start(Transaction transaction, UUID cause, ReportId report) {
        Instant now = clock.instant();
        return ladders.start(transaction.connection(), Ids.random(), report, now)
                .chain(started -> {
                    started.ifPresent(ladder -> transaction.afterCommit(() -> climbLadders.start(ladder)));
                    return started.isPresent()
                            ? Uni.createFrom().voidItem()
                            : join(transaction, cause, report, now)
                                    .chain(() -> ladders.wake(transaction.connection(), report, now))
                                    .invoke(woken -> woken.ifPresent(
                                            ladder -> transaction.afterCommit(() -> climbLadders.start(ladder))))
                                    .replaceWithVoid();
                });
    }

    private Uni<Void> join(Transaction transaction, UUID cause, ReportId report, Instant now) {
        return transaction
                .connection()
                .preparedQuery(AT_IT)
                .execute(Tuple.of(report.value(), SqlTime.of(now)))
                .chain(rows -> {
                    List<PersonId> people = new ArrayList<>();
                    rows.forEach(row -> people.add(new PersonId(row.getUUID("person"))));
                    return people.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : writeAlerts
                                    .write(
                                            transaction,
                                            occasion(rows.iterator().next(), cause, report),
                                            people,
                                            AT_ONCE)
                                    .replaceWithVoid();
                });
    }

    private static Occasion occasion(Row row, UUID cause, ReportId report) {
        String code = AlertText.of(row.getString("short_id"), row.getBoolean("danger"), row.getBoolean("opened"));
        return new Occasion.Rung(
                cause, code, report, row.getUUID("id"), row.getInteger("round"), row.getInteger("rung"));
    }
}
