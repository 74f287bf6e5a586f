package org.ovoz.notify.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.problem.Problems;

/** Finds who is calling, in the desk's own database, at each call: a person who was taken out is out. */
@ApplicationScoped
public class Callers {

    private static final String FIND = """
            SELECT p.id, p.handle, p.organisation, p.roles, p.state,
                   coalesce((SELECT array_agg(t.id ORDER BY t.id) FROM team t
                             WHERE NOT t.suspended
                               AND t.organisation = p.organisation
                               AND (t.id = ANY (p.teams) OR 'coordinator' = ANY (%s))), '{}') AS teams
            FROM person p JOIN organisation o ON o.id = p.organisation
            WHERE p.state IN ('invited', 'active') AND NOT o.suspended AND """;
    private static final String BY_LOGIN = FIND.formatted("$2") + " p.subject = $1";
    private static final String BY_ID = FIND.formatted("p.roles") + " p.id = $1";
    private static final String MIRROR =
            "UPDATE person SET roles = $2, state = 'active' WHERE subject = $1 AND state IN ('invited', 'active')";

    private static final String STOPPED = """
            SELECT 1 FROM person p JOIN organisation o ON o.id = p.organisation
            WHERE p.subject = $1 AND (p.state IN ('suspended', 'removed') OR o.suspended)""";
    private static final String UNKNOWN = "This login is not in the directory, or was stopped";

    private final Pool pool;
    private final SecurityIdentity identity;

    Callers(Pool pool, SecurityIdentity identity) {
        this.pool = pool;
        this.identity = identity;
    }

    /** Fails with 403 for somebody who has a login and is not in the directory, or was suspended, or whose organisation was. */
    public Uni<Caller> current() {
        return known().map(caller -> caller.orElseThrow(() -> Problems.of(403, "unknown-person", UNKNOWN)));
    }

    /** Nobody for a login that is not in the directory; whoever was stopped has been refused before. */
    Uni<Optional<Caller>> known() {
        String subject = identity.getPrincipal().getName();
        String[] roles = Roles.among(identity.getRoles());
        return pool.preparedQuery(BY_LOGIN).execute(Tuple.of(subject, roles)).chain(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row row = rows.iterator().next();
            return mirrored(subject, roles, row).replaceWith(() -> Optional.of(toCaller(row, Set.of(roles))));
        });
    }

    /**
     * For what administrators or auditors see too, who need not be in the directory: a coordinator must be. Fails like {@link #current}.
     *
     * @return the coordinator; nobody for the others
     */
    public Uni<Optional<Caller>> coordinator() {
        return identity.hasRole(Roles.COORDINATOR)
                ? current().map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Somebody who answers by other ways than the console, with the roles of the last login. */
    public Uni<Optional<Caller>> of(SqlClient transaction, PersonId person) {
        return transaction
                .preparedQuery(BY_ID)
                .execute(Tuple.of(person.value()))
                .map(rows -> {
                    Optional<Row> row =
                            StreamSupport.stream(rows.spliterator(), false).findFirst();
                    return row.map(one -> toCaller(one, Set.of(one.getArrayOfStrings("roles"))));
                });
    }

    /** Who is alerted as a coordinator is decided without a token, by what the last one said; a first login is an arrival. */
    private Uni<Void> mirrored(String subject, String[] roles, Row row) {
        return Arrays.equals(roles, row.getArrayOfStrings("roles"))
                        && row.getString("state").equals("active")
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(MIRROR).execute(Tuple.of(subject, roles)).replaceWithVoid();
    }

    /** Fails like {@link #current}; nobody to be found is fine where one need not be in the directory. */
    Uni<Void> refuseStopped(String subject) {
        return pool.preparedQuery(STOPPED)
                .execute(Tuple.of(subject))
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        throw Problems.of(403, "unknown-person", UNKNOWN);
                    }
                })
                .replaceWithVoid();
    }

    /** For the audit of those who need not be in the directory themselves: their login's id. */
    public UUID login() {
        String subject = identity.getPrincipal().getName();
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException foreign) {
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Caller toCaller(Row row, Set<String> roles) {
        return new Caller(
                new PersonId(row.getUUID("id")),
                row.getString("handle"),
                new OrganisationId(row.getString("organisation")),
                roles,
                Arrays.stream(row.getArrayOfStrings("teams")).map(TeamId::new).toList());
    }
}
