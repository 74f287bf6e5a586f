package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.person.PersonState;

/** All people of the desk, removed ones too. */
@ApplicationScoped
class KnownPeople {

    private static final String ALL = """
            SELECT p.subject, p.state, p.organisation, p.teams, p.roles, l.organisation AS seen, l.teams AS seen_teams
            FROM person p LEFT JOIN person_login l ON l.person = p.id ORDER BY p.subject""";

    private final Pool pool;

    KnownPeople(Pool pool) {
        this.pool = pool;
    }

    Uni<List<KnownPerson>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KnownPeople::toPerson)
                        .toList());
    }

    private static KnownPerson toPerson(Row row) {
        Login.Place here = new Login.Place(row.getString("organisation"), Set.of(row.getArrayOfStrings("teams")));
        Optional<Login.Place> seen = Optional.ofNullable(row.getString("seen"))
                .map(organisation -> new Login.Place(organisation, Set.of(row.getArrayOfStrings("seen_teams"))));
        return new KnownPerson(
                row.getString("subject"),
                PersonState.of(row.getString("state")),
                here,
                Set.of(row.getArrayOfStrings("roles")),
                seen);
    }
}
