package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Writes alerts into the transaction of what they tell of; they are sent once it is committed. */
@ApplicationScoped
public class WriteAlerts {

    private static final String WRITE = """
            INSERT INTO alert (id, cause, report_id, person, kind, text, state, created_at, due_at, changed_at)
            SELECT a.id, $2, $3, p.id, a.kind, $4, 'due', $5, $5, $5
            FROM unnest($1::uuid[], $6::uuid[], $7::text[]) AS a (id, person, kind) JOIN person p ON p.id = a.person
            WHERE (a.kind = 'sms' AND p.sms IS NOT NULL) OR (a.kind = 'email' AND p.email IS NOT NULL)
            ON CONFLICT (cause, person, kind) DO NOTHING""";

    private final SendAlerts sendAlerts;
    private final Clock clock;

    WriteAlerts(SendAlerts sendAlerts, Clock clock) {
        this.sendAlerts = sendAlerts;
        this.clock = clock;
    }

    /**
     * One per person and channel that the person has.
     *
     * @param cause the event that causes them; each person is alerted of it once per channel
     * @return how many were written
     */
    public Uni<Integer> write(
            Transaction transaction, UUID cause, ReportId report, String text, List<PersonId> people) {
        List<Wanted> wanted = people.stream()
                .flatMap(person -> List.of(AlertKind.values()).stream().map(kind -> new Wanted(person, kind)))
                .toList();
        OffsetDateTime now = SqlTime.of(clock.instant());
        transaction.afterCommit(sendAlerts::sendDue);
        Tuple values = Tuple.tuple()
                .addArrayOfUUID(wanted.stream().map(one -> Ids.random()).toArray(UUID[]::new))
                .addUUID(cause)
                .addUUID(report.value())
                .addString(text)
                .addOffsetDateTime(now)
                .addArrayOfUUID(wanted.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .addArrayOfString(wanted.stream().map(one -> one.kind().word()).toArray(String[]::new));
        return transaction.connection().preparedQuery(WRITE).execute(values).map(rows -> rows.rowCount());
    }

    private record Wanted(PersonId person, AlertKind kind) {}
}
