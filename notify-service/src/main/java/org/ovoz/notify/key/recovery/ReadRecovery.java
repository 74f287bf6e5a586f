package org.ovoz.notify.key.recovery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.time.SqlTime;

/**
 * An organisation's recovery keys, and what is sealed to them of the teams that the caller is a member of: who coordinates a team without being in
 * it gets none of its keys. Of use to whoever has enough papers only.
 */
@ApplicationScoped
class ReadRecovery {

    private static final String KEYS = """
            SELECT kid, public_key, shares, needed, made_at, drilled_at FROM recovery_key
            WHERE organisation = $1 ORDER BY made_at DESC, kid""";
    private static final String PACKAGES = """
            SELECT r.kid AS recovery_kid, k.team, k.kid, k.jwe, k.admission, t.record
            FROM recovery_package k JOIN recovery_key r ON r.kid = k.recovery_kid JOIN team t ON t.id = k.team AND NOT t.suspended
            JOIN person p ON p.id = $2 AND k.team = ANY (p.teams) AND p.organisation = t.organisation
            WHERE r.organisation = $1 ORDER BY k.team, k.kid <> t.encryption_kid, k.kid""";

    private final Pool pool;

    ReadRecovery(Pool pool) {
        this.pool = pool;
    }

    /** The newest first. */
    Uni<List<Recovery>> of(Caller caller) {
        String organisation = caller.organisation().value();
        return pool.preparedQuery(KEYS)
                .execute(Tuple.of(organisation))
                .chain(keys -> pool.preparedQuery(PACKAGES)
                        .execute(Tuple.of(organisation, caller.id().value()))
                        .map(ReadRecovery::byRecovery)
                        .map(packages -> StreamSupport.stream(keys.spliterator(), false)
                                .map(key -> toRecovery(key, packages.getOrDefault(key.getString("kid"), List.of())))
                                .toList()));
    }

    private static Map<String, List<Package>> byRecovery(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getString("recovery_kid"),
                        Collectors.mapping(ReadRecovery::toPackage, Collectors.toList())));
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
