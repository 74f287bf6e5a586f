package org.ovoz.intake.delivery.answer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.transport.carrier.SendOutcome;

/** Writes down what became of a neutral answer. Nobody is told of it: nothing follows from it. */
@Singleton
class SettleAnswer {

    private static final String SETTLE = """
            UPDATE outgoing_text SET state = $2, reason = $3, carrier_hmac = $4, settled_at = $5
            WHERE id = $1 AND kind = 'immediate' AND state = 'sending'""";

    private final Pool pool;
    private final LookupHashes hashes;
    private final Clock clock;

    SettleAnswer(Pool pool, LookupHashes hashes, Clock clock) {
        this.pool = pool;
        this.hashes = hashes;
        this.clock = clock;
    }

    Uni<Void> settle(UUID id, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(var carrierId) ->
                write(id, "sent", null, hashes.ofCarrierId(carrierId.value()).value());
            case SendOutcome.Refused(var refusal) -> write(id, "refused", "carrier-" + refusal.code(), null);
            case SendOutcome.Unknown(var reason) -> write(id, "unknown", null, null);
        };
    }

    Uni<Void> refuse(UUID id) {
        return write(id, "refused", "too-late", null);
    }

    private Uni<Void> write(UUID id, String state, @Nullable String reason, @Nullable String carrierId) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(id, state, reason, carrierId, clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
