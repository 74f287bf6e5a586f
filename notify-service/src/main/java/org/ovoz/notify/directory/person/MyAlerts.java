package org.ovoz.notify.directory.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.Caller;
import org.ovoz.transport.transaction.Transactions;

/**
 * How a person is alerted. Quiet hours are their own to set. Numbers and addresses are the administrators': a session that somebody took
 * over must not lead alerts elsewhere.
 */
@ApplicationScoped
class MyAlerts {

    private static final String READ = """
            SELECT sms IS NOT NULL AS texts, email IS NOT NULL AS mails, call IS NOT NULL AS rings, on_call, quiet_from,
                quiet_until, zone, cover_text
            FROM person WHERE id = $1""";
    private static final String SAVE = "UPDATE person SET quiet_from = $2, quiet_until = $3, zone = $4 WHERE id = $1";

    private final Pool pool;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    MyAlerts(Pool pool, Transactions transactions, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Ways> read(PersonId person) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(person.value()))
                .map(rows -> toWays(rows.iterator().next()));
    }

    /** @param quiet none: never quiet */
    Uni<Void> saveQuiet(Caller caller, @Nullable QuietHours quiet) {
        Tuple values = quiet == null
                ? Tuple.of(caller.id().value(), null, null, null)
                : Tuple.of(caller.id().value(), quiet.from(), quiet.until(), quiet.zone());
        AuditEntry entry = AuditEntry.ofReading(caller.id(), "quiet-hours-saved", clock.instant());
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(SAVE)
                .execute(values)
                .chain(() -> audit.append(transaction.connection(), entry)));
    }

    /** Which there are, from a row that says {@code texts}, {@code mails} and {@code rings}. */
    static List<String> channels(Row row) {
        return Stream.of(
                        row.getBoolean("texts") ? "sms" : "",
                        row.getBoolean("mails") ? "email" : "",
                        row.getBoolean("rings") ? "call" : "")
                .filter(channel -> !channel.isEmpty())
                .toList();
    }

    private static Ways toWays(Row row) {
        String zone = row.getString("zone");
        return new Ways(
                channels(row),
                row.getBoolean("on_call"),
                zone == null || row.getLocalTime("quiet_from") == null
                        ? null
                        : new QuietHours(row.getLocalTime("quiet_from"), row.getLocalTime("quiet_until"), zone),
                row.getString("cover_text"));
    }

    /**
     * @param channels which there are, of {@code sms}, {@code email}, {@code call}
     * @param onCall on the standing list of a team without duties
     * @param coverText what a text to me pretends to be about
     */
    public record Ways(
            List<String> channels,
            boolean onCall,
            @Nullable QuietHours quiet,
            @Nullable String coverText) {}
}
