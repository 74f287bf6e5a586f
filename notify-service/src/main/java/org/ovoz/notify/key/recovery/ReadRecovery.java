package org.ovoz.notify.key.recovery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/** An organisation's recovery key, and what is sealed to it of the caller's teams. Of use to whoever has enough papers only. */
@ApplicationScoped
class ReadRecovery {

    private static final String KEY = """
            SELECT kid, public_key, shares, needed, made_at, drilled_at FROM recovery_key WHERE organisation = $1""";
    private static final String PACKAGES = """
            SELECT r.team, r.kid, r.jwe, r.admission, t.record FROM recovery_package r JOIN team t ON t.id = r.team
            WHERE r.organisation = $1 AND r.team = ANY ($2) ORDER BY r.team, r.kid <> t.encryption_kid""";

    private final Pool pool;

    ReadRecovery(Pool pool) {
        this.pool = pool;
    }

    /** Empty while none was made. */
    Uni<Optional<Recovery>> of(Caller caller) {
        String organisation = caller.organisation().value();
        return pool.preparedQuery(KEY).execute(Tuple.of(organisation)).chain(keys -> {
            if (keys.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row key = keys.iterator().next();
            return pool.preparedQuery(PACKAGES)
                    .execute(Tuple.of(organisation, caller.teamIds()))
                    .map(rows -> Optional.of(toRecovery(
                            key,
                            StreamSupport.stream(rows.spliterator(), false)
                                    .map(ReadRecovery::toPackage)
                                    .toList())));
        });
    }

    private static Recovery toRecovery(Row key, List<Package> packages) {
        return new Recovery(
                key.getString("kid"),
                key.getString("public_key"),
                key.getInteger("shares"),
                key.getInteger("needed"),
                SqlTime.instant(key, "made_at"),
                SqlTime.instantOrNull(key, "drilled_at"),
                packages);
    }

    private static Package toPackage(Row row) {
        return new Package(
                row.getString("team"),
                row.getString("kid"),
                row.getString("jwe"),
                row.getString("admission"),
                row.getString("record"));
    }

    /**
     * @param publicKey a JWK
     * @param drilledAt when somebody last showed that the papers bring it back
     */
    public record Recovery(
            String kid,
            @JsonRawValue String publicKey,
            int shares,
            int needed,
            Instant madeAt,
            @Nullable Instant drilledAt,
            List<Package> packages) {}

    /** @param record the team's record as signed now */
    public record Package(String team, String kid, String jwe, String admission, String record) {}
}
