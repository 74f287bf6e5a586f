package org.ovoz.notify.key.founding;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;

/** Teams that are wanted, and how far each is. */
@ApplicationScoped
class ReadFoundings {

    private static final String READ = """
            SELECT w.id, w.terms, w.founder, p.handle, f.jws FROM wanted_team w JOIN person p ON p.id = w.founder
            LEFT JOIN team_founding f ON f.team = w.id""";
    private static final String ALL = READ + " ORDER BY w.named_at, w.id";
    /** Also of whom somebody named and who has gone elsewhere since: not theirs any more. */
    private static final String MINE = READ + " WHERE w.founder = $1 AND p.organisation = w.organisation ORDER BY w.id";

    private final Pool pool;

    ReadFoundings(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Founding>> all() {
        return pool.query(ALL).execute().map(ReadFoundings::read);
    }

    Uni<List<Founding>> of(Caller caller) {
        return pool.preparedQuery(MINE).execute(Tuple.of(caller.id().value())).map(ReadFoundings::read);
    }

    private static List<Founding> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Founding(
                        row.getString("id"),
                        row.getString("terms"),
                        row.getUUID("founder"),
                        row.getString("handle"),
                        row.getString("jws")))
                .toList();
    }

    /**
     * A team that is wanted.
     *
     * @param terms what its record shall say, but for its keys
     * @param by the founder's handle
     * @param jws its first record, signed with the order key that it names; null until its keys were made
     */
    public record Founding(
            String team,
            @JsonRawValue String terms,
            UUID founder,
            String by,
            @Nullable String jws) {}
}
