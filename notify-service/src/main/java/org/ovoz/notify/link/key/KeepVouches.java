package org.ovoz.notify.link.key;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps what vouches for a key, in place of what did before. */
@ApplicationScoped
class KeepVouches {

    private static final String KEEP = """
            INSERT INTO link_vouch (link_kid, team, team_kid, jws) VALUES ($1, $2, $3, $4)
            ON CONFLICT (link_kid, team, team_kid) DO UPDATE SET jws = excluded.jws""";

    Uni<Void> keep(SqlClient transaction, String kid, List<CheckVouches.Vouched> vouches) {
        return Multi.createFrom()
                .iterable(vouches)
                .onItem()
                .transformToUniAndConcatenate(one -> transaction
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(kid, one.team().value(), one.teamKid(), one.jws())))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
