package org.ovoz.notify.cases.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.ovoz.contracts.ReportId;

/** Four characters (Crockford's base32) that name an open case where a person reads or says it. The database keeps them apart. */
@ApplicationScoped
class ShortIds {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 4;
    private static final int TRIED_AT_ONCE = 8;
    private static final String TAKE = """
            INSERT INTO short_id (short_id, report_id)
            SELECT wanted, $1 FROM unnest($2::text[]) AS wanted
            WHERE NOT EXISTS (SELECT 1 FROM short_id taken WHERE taken.short_id = wanted) LIMIT 1
            ON CONFLICT DO NOTHING RETURNING short_id""";
    private static final String GIVE_BACK = "DELETE FROM short_id WHERE report_id = $1";

    private final SecureRandom random = new SecureRandom();

    /** Tries until one is free: a million names for the few cases that are open at once. */
    Uni<String> take(SqlClient transaction, ReportId report) {
        String[] wanted = Stream.generate(this::next).limit(TRIED_AT_ONCE).toArray(String[]::new);
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(report.value(), wanted))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(rows.iterator().next().getString("short_id"))
                        : take(transaction, report));
    }

    Uni<Void> giveBack(SqlClient transaction, ReportId report) {
        return transaction
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(report.value()))
                .replaceWithVoid();
    }

    private String next() {
        StringBuilder text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
