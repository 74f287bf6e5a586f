package org.ovoz.intake.conversation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.contact.LookupHash;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.transport.batch.NaturalBatch;

/** Finds the thread that a message belongs to; look-ups that queue meanwhile are made together. */
@Singleton
public class Threads {

    private static final int TOGETHER = 128;
    private static final int FLIGHTS = 2;

    private static final String FIND = """
            SELECT i.ix, m.report_id AS taken, x.report_id AS report, x.refused, c.state, c.texts, c.contact, c.terms, c.last_wrote_at,
              c.report_sequence, c.shred_key, (SELECT array_agg(r.team ORDER BY r.team) FROM recipient r WHERE r.report_id = c.id) AS teams
            FROM unnest($1::int[], $2::text[], $3::text[]) AS i (ix, message, number)
            LEFT JOIN carrier_message m ON m.id_hmac = i.message
            LEFT JOIN contact_index x ON x.lookup = i.number
            LEFT JOIN conversation c ON c.id = x.report_id
            ORDER BY i.ix""";

    private final Pool pool;
    private final NaturalBatch<MessageKey, Found> batch;

    Threads(Pool pool) {
        this.pool = pool;
        this.batch = new NaturalBatch<>(TOGETHER, FLIGHTS, this::findAll, fault -> false);
    }

    public Uni<Found> find(MessageKey key) {
        return batch.submit(key);
    }

    private Uni<List<Found>> findAll(List<MessageKey> keys) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfInteger(IntStream.range(0, keys.size()).boxed().toArray(Integer[]::new))
                .addArrayOfString(keys.stream()
                        .map(MessageKey::message)
                        .map(LookupHash::value)
                        .toArray(String[]::new))
                .addArrayOfString(keys.stream().map(key -> value(key.number())).toArray(String[]::new));
        return pool.preparedQuery(FIND).execute(parameters).map(Threads::read);
    }

    private static @Nullable String value(@Nullable LookupHash hash) {
        return hash == null ? null : hash.value();
    }

    private static List<Found> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Threads::found)
                .toList();
    }

    private static Found found(Row row) {
        UUID taken = row.getUUID("taken");
        if (taken != null) {
            return new Found.Taken(new ReportId(taken));
        }
        return row.getString("state") == null ? new Found.Nothing() : thread(row);
    }

    private static Found thread(Row row) {
        String[] teams = row.getArrayOfStrings("teams");
        return new Found.Thread(
                new ReportId(row.getUUID("report")),
                "open".equals(row.getString("state")),
                row.getOffsetDateTime("last_wrote_at").toInstant(),
                SafeContact.of(row.getString("texts"), row.getString("contact"), row.getString("terms")),
                row.getLong("report_sequence"),
                row.getUUID("shred_key"),
                teams == null ? List.of() : Stream.of(teams).map(TeamId::new).toList(),
                row.getBoolean("refused"));
    }
}
