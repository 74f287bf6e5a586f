package org.ovoz.intake.conversation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Drops the HMACs of the carrier's ids once no repetition can come any more (DESIGN 3). */
@Singleton
class ForgetCarrierIds {

    private final Pool pool;
    private final LineTimes times;
    private final Clock clock;

    ForgetCarrierIds(Pool pool, LineTimes times, Clock clock) {
        this.pool = pool;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forget() {
        OffsetDateTime before = clock.instant().minus(times.messageIdsKept()).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery("DELETE FROM carrier_message WHERE received_at < $1")
                .execute(Tuple.of(before))
                .replaceWithVoid();
    }
}
