package org.ovoz.notify.alert.occasion;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.SendAlerts;
import org.ovoz.notify.alert.answer.AnswerTokens;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Writes alerts into the transaction of what they tell of; they are sent once it is committed. */
@ApplicationScoped
public class WriteAlerts {

    private static final String WRITE = """
            INSERT INTO alert (id, cause, purpose, report_id, subject, ladder, round, rung, person, kind, endpoint, text, token,
                               state, created_at, due_at, changed_at)
            SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, p.id, a.kind, e.id,
                replace(coalesce(p.cover_text, '{}'), '{}', $8) || coalesce(' ' || a.token, ''), a.token,
                'due', $9, $9, $9
            FROM unnest($10::uuid[], $11::text[], $12::text[]) AS a (person, kind, token)
            JOIN reachable_person p ON p.id = a.person
            LEFT JOIN endpoint e ON e.person = p.id AND e.kind = a.kind AND e.gone_at IS NULL
            WHERE CASE a.kind WHEN 'sms' THEN p.sms IS NOT NULL WHEN 'call' THEN p.call IS NOT NULL
                WHEN 'email' THEN p.email IS NOT NULL ELSE e.id IS NOT NULL END
            ON CONFLICT (cause, person, kind, endpoint) DO NOTHING""";

    private final SendAlerts sendAlerts;
    private final AnswerTokens tokens;
    private final Clock clock;

    WriteAlerts(SendAlerts sendAlerts, AnswerTokens tokens, Clock clock) {
        this.sendAlerts = sendAlerts;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * One per person and way that the person has, and for ways with endpoints one per endpoint. A text carries the token that an answer
     * has to name.
     *
     * @return how many were written
     */
    public Uni<Integer> write(Transaction transaction, Occasion occasion, List<PersonId> people, Set<AlertKind> ways) {
        List<Wanted> wanted = people.stream()
                .flatMap(person -> ways.stream().sorted().map(way -> new Wanted(person, way)))
                .toList();
        transaction.afterCommit(sendAlerts::sendDue);
        Tuple values = about(occasion)
                .addOffsetDateTime(SqlTime.of(clock.instant()))
                .addArrayOfUUID(wanted.stream().map(one -> one.person().value()).toArray(UUID[]::new))
                .addArrayOfString(wanted.stream().map(one -> one.way().word()).toArray(String[]::new))
                .addArrayOfString(wanted.stream()
                        .map(one -> one.way() == AlertKind.SMS ? tokens.next() : null)
                        .toArray(String[]::new));
        return transaction.connection().preparedQuery(WRITE).execute(values).map(rows -> rows.rowCount());
    }

    private static Tuple about(Occasion occasion) {
        Tuple cause = Tuple.of(occasion.cause(), occasion.purpose().word());
        Tuple about = switch (occasion) {
            case Occasion.Rung rung ->
                cause.addUUID(rung.report().value())
                        .addUUID(null)
                        .addUUID(rung.ladder())
                        .addInteger(rung.round())
                        .addInteger(rung.rung());
            case Occasion.Offer offer -> ofReport(cause, offer.report());
            case Occasion.Due due -> ofReport(cause, due.report());
            case Occasion.CheckIn checkIn -> ofSubject(cause, checkIn.duty());
            case Occasion.Notice notice -> ofSubject(cause, notice.notice());
            case Occasion.Interpreting interpreting -> ofSubject(cause, interpreting.request());
        };
        return about.addString(occasion.code());
    }

    private static Tuple ofReport(Tuple cause, ReportId report) {
        return cause.addUUID(report.value())
                .addUUID(null)
                .addUUID(null)
                .addInteger(null)
                .addInteger(null);
    }

    private static Tuple ofSubject(Tuple cause, UUID subject) {
        return cause.addUUID(null)
                .addUUID(subject)
                .addUUID(null)
                .addInteger(null)
                .addInteger(null);
    }

    private record Wanted(PersonId person, AlertKind way) {}
}
