package org.ovoz.notify.shift.checkin;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Gives a person something to open for a duty. The one before cannot be answered any more. */
@ApplicationScoped
class GiveTestItem {

    private static final String FIND = """
            SELECT d.team, d.starts_at, team_record(t.record) ->> 'encryptionKey' AS key
            FROM duty d JOIN team t ON t.id = d.team AND NOT t.suspended
            WHERE d.id = $1 AND d.person = $2 AND d.cancelled_at IS NULL AND d.ends_at > $3 FOR UPDATE OF d""";
    private static final String KEEP = """
            INSERT INTO check_in_challenge (duty, id, person, kid, hash, until_at) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (duty) DO UPDATE SET id = excluded.id, person = excluded.person, kid = excluded.kid,
                hash = excluded.hash, until_at = excluded.until_at""";

    private final Transactions transactions;
    private final CheckInSettings settings;
    private final Clock clock;

    GiveTestItem(Transactions transactions, CheckInSettings settings, Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<GivenOutcome> give(Caller caller, UUID duty) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(duty, caller.id().value(), SqlTime.of(now)))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new GivenOutcome.NotYours())
                        : give(transaction, caller, duty, rows.iterator().next(), now)));
    }

    private Uni<GivenOutcome> give(Transaction transaction, Caller caller, UUID duty, Row row, Instant now) {
        if (now.isBefore(SqlTime.instant(row, "starts_at").minus(settings.onDemandFrom()))) {
            return Uni.createFrom().item(new GivenOutcome.TooEarly());
        }
        TeamId team = new TeamId(row.getString("team"));
        TestItem item = TestItem.sealedTo(team, Json.read(row.getString("key"), ECKey.class), Ids.random());
        Instant until = now.plus(settings.opensWithin());
        Tuple values = Tuple.tuple()
                .addUUID(duty)
                .addUUID(item.id())
                .addUUID(caller.id().value())
                .addString(item.kid())
                .addBuffer(Buffer.buffer(item.hash()))
                .addOffsetDateTime(SqlTime.of(until));
        return transaction
                .connection()
                .preparedQuery(KEEP)
                .execute(values)
                .replaceWith(new GivenOutcome.Given(team, item, until));
    }
}
