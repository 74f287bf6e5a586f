package org.ovoz.intake.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;

/** Appends to the audit. An actor is a team or a part of intake, never a person: intake knows none. */
public final class AuditLog {

    private static final String APPEND =
            "INSERT INTO audit (at, report_id, actor, action, jti) VALUES ($1, $2, $3, $4, $5)";

    private AuditLog() {}

    /** @param order the order's id, where one asked for it */
    public record Entry(
            Instant at,
            ReportId report,
            String actor,
            String action,
            @Nullable UUID order) {}

    public static Uni<Void> append(SqlClient transaction, Entry entry) {
        return transaction
                .preparedQuery(APPEND)
                .execute(Tuple.of(
                        entry.at().atOffset(ZoneOffset.UTC),
                        entry.report().value(),
                        entry.actor(),
                        entry.action(),
                        entry.order()))
                .replaceWithVoid();
    }
}
