package org.ovoz.notify.outbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;

/**
 * Brings publications to Kafka, in order, until the broker has them: one at a time, one instance at a time. What was left behind, for
 * whatever reason, is found by its state.
 */
@ApplicationScoped
class PublicationRelay {

    private static final Logger LOG = Logger.getLogger(PublicationRelay.class);
    private static final String MINE = "SELECT pg_try_advisory_xact_lock($1) AS mine";

    private final Pool pool;
    private final PublicationSender sender;
    private final Clock clock;

    PublicationRelay(Pool pool, PublicationSender sender, Clock clock) {
        this.pool = pool;
        this.sender = sender;
        this.clock = clock;
    }

    /** Does not fail. */
    Uni<Void> publish(Publications publications) {
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery(MINE)
                        .execute(Tuple.of(publications.lock()))
                        .chain(rows -> rows.iterator().next().getBoolean("mine")
                                ? sendLeft(transaction, publications)
                                : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(fault -> LOG.warnf(
                        "publications for %s left to the next pass: %s",
                        publications.topic(), fault.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sendLeft(SqlConnection transaction, Publications publications) {
        return transaction
                .query(publications.left())
                .execute()
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> send(transaction, publications, row))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> send(SqlConnection transaction, Publications publications, Row row) {
        return sender.send(publications.topic(), row)
                .chain(() -> transaction
                        .preparedQuery(publications.mark())
                        .execute(Tuple.of(SqlTime.of(clock.instant()), row.getString("key"), row.getLong("sequence")))
                        .replaceWithVoid());
    }
}
