package org.ovoz.notify.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** Writes what is told of a language on {@code ovoz.coverage.v1} into the transaction that it tells of. */
@ApplicationScoped
public class CoverageOutbox {

    private static final String APPEND = """
            INSERT INTO coverage_publication (language, sequence, id, type, payload, occurred_at)
            SELECT $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5 FROM coverage_publication WHERE language = $1""";

    private final CoverageRelay relay;

    CoverageOutbox(CoverageRelay relay) {
        this.relay = relay;
    }

    /** The caller holds the language's row locked, so that its publications stand in line. */
    public Uni<Void> tell(Transaction transaction, LanguageCoverage coverage) {
        transaction.afterCommit(relay::publish);
        return transaction
                .connection()
                .preparedQuery(APPEND)
                .execute(Tuple.of(
                        coverage.language().value(),
                        Ids.random(),
                        LanguageCoverage.TYPE,
                        Json.write(coverage),
                        SqlTime.of(coverage.at())))
                .replaceWithVoid();
    }
}
