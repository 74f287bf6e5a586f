package org.ovoz.notify.directory.setup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.time.SqlTime;

/** Counts what is there. Nothing of it is kept anywhere: a set-up that was left off goes on where things are. */
@ApplicationScoped
class ReadSetUp {

    private static final String ORGANISATIONS = """
            SELECT o.id, o.label, o.suspended,
                count(p.id) FILTER (WHERE p.state = 'invited') AS invited,
                count(p.id) FILTER (WHERE p.state = 'active') AS active,
                count(k.person) FILTER (WHERE p.state = 'active') AS with_key
            FROM organisation o LEFT JOIN person p ON p.organisation = o.id LEFT JOIN person_key k ON k.person = p.id
            GROUP BY o.id ORDER BY o.id""";
    /** Holders as they count for the warning of too few; papers that open the keys of today. */
    private static final String TEAMS = """
            SELECT t.id, t.organisation, t.escalation, t.suspended, t.keys_since, r.shares, r.needed, r.drilled_at,
                (SELECT count(*) FROM team_key k JOIN person p ON p.id = k.person AND p.state = 'active'
                    JOIN admission a ON a.team = k.team AND a.kid = k.kid AND a.person = k.person
                    WHERE k.team = t.id AND k.kid = t.encryption_kid) AS holders
            FROM team t LEFT JOIN LATERAL (
                SELECT r.shares, r.needed, r.drilled_at FROM recovery_package g JOIN recovery_key r ON r.kid = g.recovery_kid
                WHERE g.team = t.id AND g.kid = t.encryption_kid ORDER BY r.made_at DESC LIMIT 1) r ON true
            ORDER BY t.id""";

    private final Pool pool;

    ReadSetUp(Pool pool) {
        this.pool = pool;
    }

    Uni<SetUp> read() {
        return all(ORGANISATIONS, ReadSetUp::toOrganisation)
                .chain(organisations -> all(TEAMS, ReadSetUp::toTeam).map(teams -> new SetUp(organisations, teams)));
    }

    private <T> Uni<List<T>> all(String sql, Function<Row, T> form) {
        return pool.query(sql)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(form)
                        .toList());
    }

    private static OrganisationState toOrganisation(Row row) {
        return new OrganisationState(
                row.getString("id"),
                row.getString("label"),
                row.getBoolean("suspended"),
                row.getInteger("invited"),
                row.getInteger("active"),
                row.getInteger("with_key"));
    }

    private static TeamState toTeam(Row row) {
        Integer shares = row.getInteger("shares");
        return new TeamState(
                row.getString("id"),
                row.getString("organisation"),
                row.getBoolean("escalation"),
                row.getBoolean("suspended"),
                SqlTime.instant(row, "keys_since"),
                row.getInteger("holders"),
                shares == null
                        ? null
                        : new PapersState(shares, row.getInteger("needed"), SqlTime.instantOrNull(row, "drilled_at")));
    }

    /** What is there. */
    public record SetUp(List<OrganisationState> organisations, List<TeamState> teams) {}

    /**
     * An organisation.
     *
     * @param invited people who have never signed in
     * @param active people who have
     * @param withKey of these, who have made a key
     */
    public record OrganisationState(String id, String label, boolean suspended, int invited, int active, int withKey) {}

    /**
     * A team.
     *
     * @param keysSince when its keys of today first counted
     * @param holders who hold them, as far as a holder vouched for them
     * @param papers the latest that open them
     */
    public record TeamState(
            String id,
            String organisation,
            boolean escalation,
            boolean suspended,
            Instant keysSince,
            int holders,
            @Nullable PapersState papers) {}

    /** @param drilledAt when somebody last showed that the papers bring the keys back */
    public record PapersState(
            int shares, int needed, @Nullable Instant drilledAt) {}
}
