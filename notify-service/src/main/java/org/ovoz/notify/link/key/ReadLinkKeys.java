package org.ovoz.notify.link.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.notify.directory.Caller;

/** An organisation's keys as its browsers left them. */
@ApplicationScoped
class ReadLinkKeys {

    /** Whoever asks with more earlier keys than that finds little and takes long. */
    private static final String READ = """
            SELECT k.kid, k.generation, array_agg(v.jws ORDER BY v.team, v.team_kid) AS vouches
            FROM (SELECT * FROM link_key WHERE organisation = $1 ORDER BY generation DESC LIMIT 8) k
            JOIN link_vouch v ON v.link_kid = k.kid GROUP BY k.kid, k.generation ORDER BY k.generation DESC""";

    private final Pool pool;

    ReadLinkKeys(Pool pool) {
        this.pool = pool;
    }

    Uni<List<LinkKey>> of(Caller caller) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(caller.organisation().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new LinkKey(
                                row.getString("kid"),
                                row.getInteger("generation"),
                                Arrays.asList(row.getArrayOfStrings("vouches"))))
                        .toList());
    }

    /** @param vouches the key sealed to each team, signed */
    public record LinkKey(String kid, int generation, List<String> vouches) {}
}
