package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ovoz.notify.time.SqlTime;

/** The last comparison that was whole, for people to look at: one that did not come about leaves the one before, with its time. */
@ApplicationScoped
class Comparisons {

    private static final String KEEP = """
            INSERT INTO login_comparison (at, changed, left_over, lost_realm) VALUES ($1, $2, $3, $4)
            ON CONFLICT (one) DO UPDATE SET at = excluded.at, changed = excluded.changed, left_over = excluded.left_over,
                lost_realm = excluded.lost_realm""";
    private static final String LAST = "SELECT at, changed, left_over, lost_realm FROM login_comparison";
    private static final String UNKNOWN = "SELECT subject, seen_at FROM unknown_login ORDER BY seen_at, subject";

    private final Pool pool;
    private final Clock clock;

    Comparisons(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> keep(ReconcileOutcome outcome) {
        Tuple values = Tuple.of(SqlTime.of(clock.instant()));
        switch (outcome) {
            case ReconcileOutcome.Compared compared ->
                values.addInteger(compared.changed())
                        .addInteger(compared.left())
                        .addBoolean(false);
            case ReconcileOutcome.LostRealm(int differences) ->
                values.addInteger(0).addInteger(differences).addBoolean(true);
        }
        return pool.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    Uni<Optional<Last>> last() {
        return pool.query(LAST)
                .execute()
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : pool.query(UNKNOWN)
                                .execute()
                                .map(logins -> Optional.of(toLast(
                                        rows.iterator().next(),
                                        StreamSupport.stream(logins.spliterator(), false)
                                                .map(row -> new UnknownLogin(
                                                        row.getString("subject"), SqlTime.instant(row, "seen_at")))
                                                .toList()))));
    }

    private static Last toLast(Row row, List<UnknownLogin> unknown) {
        return new Last(
                SqlTime.instant(row, "at"),
                row.getInteger("changed"),
                row.getInteger("left_over"),
                row.getBoolean("lost_realm"),
                unknown);
    }

    /**
     * @param left differences that nobody could take away: an organisation or a team there that is none here, or all of them when
     *     {@code lostRealm}
     * @param lostRealm most people would have been stopped at once; nobody was
     */
    public record Last(Instant at, int changed, int left, boolean lostRealm, List<UnknownLogin> unknown) {}

    /** Nobody invited it; it is let in nowhere. */
    public record UnknownLogin(String subject, Instant since) {}
}
