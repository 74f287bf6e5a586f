package org.ovoz.intake.relaykey;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.Keys;
import org.ovoz.intake.keys.LineKeys;

/**
 * Hands out the relay key of the week and keeps earlier ones until what was sealed to them must have gone out. Who is in a transaction
 * passes its connection: to wait for a second one while holding the first would lock everybody out once all of them do.
 */
@Singleton
public class RelayKeys {

    private final RelayKeyRows rows;
    private final Pool pool;
    private final LineKeys line;
    private final RelayKeyTimes times;
    private final Clock clock;

    RelayKeys(RelayKeyRows rows, Pool pool, LineKeys line, RelayKeyTimes times, Clock clock) {
        this.rows = rows;
        this.pool = pool;
        this.line = line;
        this.times = times;
        this.clock = clock;
    }

    /** The signed record that browsers get now; made if there is none. Two instances may make one each: both are good. */
    public Uni<String> record(SqlClient transaction) {
        Instant now = clock.instant();
        return rows.usable(transaction, now)
                .chain(known -> known.stream()
                        .filter(pair -> pair.madeAt().plus(times.handedOutFor()).isAfter(now))
                        .findFirst()
                        .map(pair -> Uni.createFrom().item(pair))
                        .orElseGet(() -> make(transaction, now)))
                .map(RelayPair::record);
    }

    /** The private keys that a browser may have sealed to lately. */
    public Uni<List<ECKey>> usable(SqlClient transaction) {
        return usable(transaction, clock.instant());
    }

    /** Those of them that are still there at that time. */
    public Uni<List<ECKey>> usable(SqlClient transaction, Instant at) {
        return rows.usable(transaction, at)
                .map(known -> known.stream().map(RelayPair::key).toList());
    }

    /** The private key with that id; empty once it is too old. */
    public Uni<Optional<ECKey>> find(String kid) {
        return usable(pool)
                .map(known -> known.stream()
                        .filter(key -> Keys.kidOf(key).equals(kid))
                        .findFirst());
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forgetOldOnes() {
        return rows.forget(pool, clock.instant());
    }

    private Uni<RelayPair> make(SqlClient transaction, Instant now) {
        Instant notAfter = now.plus(times.handedOutFor()).plus(times.usableAfterwards());
        RelayPair pair = RelayPair.make(line, now, notAfter);
        return rows.insert(transaction, pair).replaceWith(pair);
    }
}
