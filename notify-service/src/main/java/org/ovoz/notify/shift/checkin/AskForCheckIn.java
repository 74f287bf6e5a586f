package org.ovoz.notify.shift.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** A person wants the phone to ring for a duty now. Wanting it checks nobody in. */
@ApplicationScoped
class AskForCheckIn {

    private static final String FIND = """
            SELECT d.id, d.person, d.starts_at, d.rang_at IS NOT NULL AS rang, p.call IS NOT NULL AS rings
            FROM duty d JOIN person p ON p.id = d.person
            WHERE d.id = $1 AND d.person = $2 AND d.cancelled_at IS NULL AND d.ends_at > $3 FOR UPDATE OF d""";
    /** A duty that was rung for is not rung for again by the clock, only at its beginning. */
    private static final String CALLED = "UPDATE duty SET called_at = $2 WHERE id = $1 AND called_at IS NULL";

    private final Transactions transactions;
    private final RingForDuty ring;
    private final CheckInSettings settings;
    private final Clock clock;

    AskForCheckIn(Transactions transactions, RingForDuty ring, CheckInSettings settings, Clock clock) {
        this.transactions = transactions;
        this.ring = ring;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<AskOutcome> ask(Caller caller, UUID duty) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new AskOutcome.NotYours())
                        : ring(transaction, rows.iterator().next(), now)));
    }

    private Uni<AskOutcome> ring(Transaction transaction, Row duty, Instant now) {
        Instant starts = SqlTime.instant(duty, "starts_at");
        if (duty.getBoolean("rang")) {
            return Uni.createFrom().item(new AskOutcome.CheckedIn());
        }
        if (now.isBefore(starts.minus(settings.onDemandFrom()))) {
            return Uni.createFrom().item(new AskOutcome.TooEarly());
        }
        Uni<?> called = now.isBefore(starts.minus(settings.lead()))
                ? Uni.createFrom().voidItem()
                : transaction.connection().preparedQuery(CALLED).execute(Tuple.of(duty.getUUID("id"), SqlTime.of(now)));
        return called.chain(() -> ring.ring(transaction, duty, "asked " + now.truncatedTo(ChronoUnit.MINUTES)))
                .replaceWith(new AskOutcome.Rings());
    }
}
