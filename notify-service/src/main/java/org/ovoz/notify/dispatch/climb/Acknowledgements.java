package org.ovoz.notify.dispatch.climb;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/** Who said in which round that they are at it. */
@ApplicationScoped
class Acknowledgements {

    static final String ACKNOWLEDGE = "acknowledge";
    static final String CLAIM = "claim";

    private static final String KEEP = """
            INSERT INTO acknowledgement (ladder, round, person, way, at)
            SELECT id, round, $2, $3, $4 FROM ladder WHERE id = $1 AND ended_at IS NULL
            ON CONFLICT DO NOTHING""";
    private static final String PAUSE = "UPDATE ladder SET paused = true, due_at = $2, moved_at = $3 WHERE id = $1";

    /** @return false when the person has paused this round before; then nothing changes */
    Uni<Boolean> pause(SqlClient transaction, UUID ladder, PersonId person, String way, Instant now, Instant until) {
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.of(ladder, person.value(), way, SqlTime.of(now)))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : transaction
                                .preparedQuery(PAUSE)
                                .execute(Tuple.of(ladder, SqlTime.of(until), SqlTime.of(now)))
                                .replaceWith(true));
    }
}
