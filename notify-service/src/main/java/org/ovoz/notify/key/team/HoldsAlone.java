package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.HeldAlone;

/** Teams whose keys of today one person holds, and nobody else for whom a holder vouched. Recovery papers do not count: they are a way back. */
@ApplicationScoped
class HoldsAlone implements HeldAlone {

    private static final String ALONE = """
            SELECT t.id FROM person p JOIN team_key k ON k.person = p.id
            JOIN team t ON t.id = k.team AND t.encryption_kid = k.kid
            WHERE p.subject = $1 AND p.state = 'active' AND NOT t.suspended AND t.id <> ALL ($2)
                AND NOT EXISTS (SELECT 1 FROM team_key other JOIN person q ON q.id = other.person AND q.state = 'active'
                    JOIN admission a ON a.team = other.team AND a.kid = other.kid AND a.person = other.person
                    WHERE other.team = k.team AND other.kid = k.kid AND other.person <> p.id)
            ORDER BY t.id""";

    private final Pool pool;

    HoldsAlone(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<TeamId>> by(String subject, Set<String> staying) {
        return pool.preparedQuery(ALONE)
                .execute(Tuple.of(subject, staying.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TeamId(row.getString("id")))
                        .toList());
    }
}
