package org.ovoz.intake.delivery.answer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.transport.batch.NaturalBatch;
import org.ovoz.transport.carrier.SendOutcome;
import org.ovoz.transport.faults.DatabaseFaults;

/** Writes down what became of a neutral answer. Nobody is told of it: nothing follows from it. */
@Singleton
class SettleAnswer {

    private static final int TOGETHER = 128;

    private static final String SETTLE = """
            UPDATE outgoing_text o SET state = s.state, reason = s.reason, carrier_hmac = s.carrier, settled_at = $5
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS s (id, state, reason, carrier)
            WHERE o.id = s.id AND o.kind = 'immediate' AND o.state = 'sending'""";

    private final Pool pool;
    private final LookupHashes hashes;
    private final Clock clock;
    private final NaturalBatch<Outcome, @Nullable Void> batch;

    SettleAnswer(Pool pool, LookupHashes hashes, Clock clock) {
        this.pool = pool;
        this.hashes = hashes;
        this.clock = clock;
        this.batch = new NaturalBatch<>(TOGETHER, 1, this::write, fault -> !DatabaseFaults.passes(fault));
    }

    Uni<Void> settle(UUID id, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted(var carrierId) ->
                batch.submit(new Outcome(
                        id, "sent", null, hashes.ofCarrierId(carrierId.value()).value()));
            case SendOutcome.Refused(var refusal) ->
                batch.submit(new Outcome(id, "refused", "carrier-" + refusal.code(), null));
            case SendOutcome.Unknown(var reason) -> batch.submit(new Outcome(id, "unknown", null, null));
        };
    }

    Uni<Void> refuse(UUID id) {
        return batch.submit(new Outcome(id, "refused", "too-late", null));
    }

    private record Outcome(
            UUID answer,
            String state,
            @Nullable String reason,
            @Nullable String carrierId) {}

    private Uni<List<@Nullable Void>> write(List<Outcome> outcomes) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(outcomes.stream().map(Outcome::answer).toArray(UUID[]::new))
                .addArrayOfString(outcomes.stream().map(Outcome::state).toArray(String[]::new))
                .addArrayOfString(outcomes.stream().map(Outcome::reason).toArray(String[]::new))
                .addArrayOfString(outcomes.stream().map(Outcome::carrierId).toArray(String[]::new))
                .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(SETTLE)
                .execute(parameters)
                .map(settled -> Collections.nCopies(outcomes.size(), null));
    }
}
