package org.ovoz.notify.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;

/** How an offer ends. */
@ApplicationScoped
class EndedOffers {

    private static final String END = """
            UPDATE handover SET ended_at = $2, ended = $3, ended_by = $4, reason = $5 WHERE id = $1 AND ended_at IS NULL""";

    private final Clock clock;

    EndedOffers(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> accepted(SqlClient transaction, UUID offer, PersonId by) {
        return end(transaction, offer, "accepted", by, null);
    }

    Uni<Void> declined(SqlClient transaction, UUID offer, PersonId by, DeclineReason reason) {
        return end(transaction, offer, "declined", by, reason.word());
    }

    Uni<Void> withdrawn(SqlClient transaction, UUID offer, PersonId by) {
        return end(transaction, offer, "withdrawn", by, null);
    }

    /** Its case was closed. */
    Uni<Void> closed(SqlClient transaction, UUID offer) {
        return end(transaction, offer, "closed", null, null);
    }

    private Uni<Void> end(
            SqlClient transaction, UUID offer, String how, @Nullable PersonId by, @Nullable String reason) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(offer, SqlTime.of(clock.instant()), how, by == null ? null : by.value(), reason))
                .replaceWithVoid();
    }
}
