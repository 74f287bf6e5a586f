package org.ovoz.intake.relaykey;

import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ovoz.intake.keys.LineKeys;

/** Hands out the relay key of the week and keeps earlier ones until what was sealed to them must have gone out. */
@Singleton
public class RelayKeys {

    private final RelayKeyRows rows;
    private final LineKeys line;
    private final RelayKeyTimes times;
    private final Clock clock;

    RelayKeys(RelayKeyRows rows, LineKeys line, RelayKeyTimes times, Clock clock) {
        this.rows = rows;
        this.line = line;
        this.times = times;
        this.clock = clock;
    }

    /** The signed record that browsers get now; made if there is none. Two instances may make one each: both are good. */
    public Uni<String> record() {
        Instant now = clock.instant();
        return rows.usable(now)
                .chain(known -> known.stream()
                        .filter(pair -> pair.madeAt().plus(times.handedOutFor()).isAfter(now))
                        .findFirst()
                        .map(pair -> Uni.createFrom().item(pair))
                        .orElseGet(() -> make(now)))
                .map(RelayPair::record);
    }

    /** The private key with that id; empty once it is too old. */
    public Uni<Optional<ECKey>> find(String kid) {
        return rows.usable(clock.instant())
                .map(known -> known.stream()
                        .filter(pair -> pair.kid().equals(kid))
                        .map(RelayPair::key)
                        .findFirst());
    }

    /** Those that a browser may have sealed to lately. */
    public Uni<List<String>> usable() {
        return rows.usable(clock.instant())
                .map(known -> known.stream().map(RelayPair::kid).toList());
    }

    @Scheduled(every = "1h", delayed = "1m")
    Uni<Void> forgetOldOnes() {
        return rows.forget(clock.instant());
    }

    private Uni<RelayPair> make(Instant now) {
        Instant notAfter = now.plus(times.handedOutFor()).plus(times.usableAfterwards());
        RelayPair pair = RelayPair.make(line, now, notAfter);
        return rows.insert(pair).replaceWith(pair);
    }
}
