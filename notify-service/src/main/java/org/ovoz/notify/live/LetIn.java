package org.ovoz.notify.live;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Who of the readers is still let in: a stream was opened once, and people are stopped at any time. */
@ApplicationScoped
class LetIn {

    private static final String STILL_IN = """
            SELECT p.id FROM person p JOIN organisation o ON o.id = p.organisation
            WHERE p.id = ANY ($1) AND p.state IN ('invited', 'active') AND NOT o.suspended""";

    private final Pool pool;

    LetIn(Pool pool) {
        this.pool = pool;
    }

    Uni<Set<UUID>> among(Collection<LiveStream> streams) {
        UUID[] people = streams.stream()
                .map(stream -> stream.caller().id().value())
                .distinct()
                .toArray(UUID[]::new);
        return pool.preparedQuery(STILL_IN)
                .execute(Tuple.of(people))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toSet()));
    }
}
