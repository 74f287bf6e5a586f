package org.ovoz.notify.alert.answer;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.AlertPurpose;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.faults.DatabaseFaults;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A person answers an alert, by text or by a key of the telephone. Whether it is that person is settled before. */
@ApplicationScoped
public class AnswerAlerts {

    /** A call speaks for those that were bundled in it, too. Once: the same answer again finds nothing; a claim may follow. */
    private static final String TAKE = """
            UPDATE alert SET answered_at = $2, changed_at = $2,
                answer = CASE WHEN id = $1 THEN $3 ELSE 'acknowledge' END,
                state = CASE state WHEN 'bundled' THEN state ELSE 'delivered' END
            WHERE (id = $1 OR bundled_in = $1) AND state <> 'dropped'
                AND (answer IS NULL OR (id = $1 AND answer = 'acknowledge' AND $3 = 'claim'))
            RETURNING id, purpose, kind, person, report_id, ladder, subject""";

    private static final int AGAIN = 3;

    private final Map<AlertPurpose, TakesAnswer> takers;
    private final Transactions transactions;
    private final Clock clock;

    AnswerAlerts(@All List<TakesAnswer> takers, Transactions transactions, Clock clock) {
        this.takers = takers.stream().collect(Collectors.toMap(TakesAnswer::purpose, Function.identity()));
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What was bundled in a call is acknowledged with it, and claimed by itself only.
     *
     * @return what became of it for each alert that it answers, this one first; none when it was answered before
     */
    public Uni<List<AnswerOutcome>> answer(UUID alert, Answer answer) {
        return transactions
                .commit(transaction -> transaction
                        .connection()
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(alert, SqlTime.of(clock.instant()), answer.word()))
                        .chain(rows -> take(transaction, alert, rows, answer)))
                .onFailure(DatabaseFaults::passes)
                .retry()
                .atMost(AGAIN);
    }

    private Uni<List<AnswerOutcome>> take(Transaction transaction, UUID alert, RowSet<Row> rows, Answer answer) {
        List<AnsweredAlert> answered = StreamSupport.stream(rows.spliterator(), false)
                .map(AnswerAlerts::toAlert)
                .sorted(Comparator.comparing((AnsweredAlert one) -> !one.id().equals(alert)))
                .toList();
        return Multi.createFrom()
                .iterable(answered)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> take(transaction, one, one.id().equals(alert) ? answer : Answer.ACKNOWLEDGE))
                .collect()
                .asList();
    }

    private Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Answer answer) {
        TakesAnswer taker = takers.get(alert.purpose());
        return taker == null ? Uni.createFrom().item(AnswerOutcome.TAKEN) : taker.take(transaction, alert, answer);
    }

    private static AnsweredAlert toAlert(Row row) {
        UUID report = row.getUUID("report_id");
        return new AnsweredAlert(
                row.getUUID("id"),
                AlertPurpose.of(row.getString("purpose")),
                AlertKind.of(row.getString("kind")),
                new PersonId(row.getUUID("person")),
                report == null ? null : new ReportId(report),
                row.getUUID("ladder"),
                row.getUUID("subject"));
    }
}
