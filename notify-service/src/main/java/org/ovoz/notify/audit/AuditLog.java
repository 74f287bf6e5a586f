package org.ovoz.notify.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ovoz.notify.time.SqlTime;

/**
 * Appends to the audit, in the transaction of what is told. Each row's hash covers the one before it in its chain, so a row cannot be
 * changed or taken out without the rest of the chain showing it; one chain per report keeps writers of different reports apart.
 */
@ApplicationScoped
public class AuditLog {

    private static final String APPEND = """
            WITH head AS (
                INSERT INTO audit_head (chain, sequence, hash) VALUES ($1, 1, sha256(convert_to($6, 'UTF8')))
                ON CONFLICT (chain) DO UPDATE
                SET sequence = audit_head.sequence + 1, hash = sha256(audit_head.hash || convert_to($6, 'UTF8'))
                RETURNING chain, sequence, hash)
            INSERT INTO audit (chain, sequence, what, who, subject, at, hash)
            SELECT chain, sequence, $2, $3, $4, $5, hash FROM head""";

    public Uni<Void> append(SqlClient transaction, AuditEntry entry) {
        Instant at = entry.at().truncatedTo(ChronoUnit.MICROS);
        AuditEntry kept = new AuditEntry(entry.chain(), entry.what(), entry.who(), entry.subject(), at);
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.tuple()
                        .addString(kept.chain())
                        .addString(kept.what())
                        .addUUID(kept.who())
                        .addString(kept.subject())
                        .addOffsetDateTime(SqlTime.of(at))
                        .addString(kept.canonical()))
                .replaceWithVoid();
    }
}
