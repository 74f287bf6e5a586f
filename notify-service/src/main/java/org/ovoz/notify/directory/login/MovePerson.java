package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;

/** Puts a person into other teams, or another organisation. The login server is first, since it has the last word on membership. */
@ApplicationScoped
class MovePerson {

    private static final String FITS = """
            SELECT EXISTS (SELECT 1 FROM person WHERE subject = $1 AND state <> 'removed') AS known,
                EXISTS (SELECT 1 FROM organisation WHERE id = $2)
                AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) AS wanted (id)
                                LEFT JOIN team t ON t.id = wanted.id AND t.organisation = $2 WHERE t.id IS NULL) AS fits""";

    private final Logins logins;
    private final PlacePerson placePerson;
    private final Pool pool;

    MovePerson(Logins logins, PlacePerson placePerson, Pool pool) {
        this.logins = logins;
        this.placePerson = placePerson;
        this.pool = pool;
    }

    /** Fails with {@link LoginsAway}, and then changes nothing here. */
    Uni<LoginOutcome> move(String subject, Login.Place place, UUID by) {
        String[] teams = place.teams().toArray(String[]::new);
        return pool.preparedQuery(FITS)
                .execute(Tuple.of(subject, place.organisation(), teams))
                .map(rows -> rows.iterator().next())
                .chain(row -> {
                    if (!row.getBoolean("known")) {
                        return Uni.createFrom().item(new LoginOutcome.UnknownPerson());
                    }
                    return row.getBoolean("fits")
                            ? put(subject, place, by)
                            : Uni.createFrom().item(new LoginOutcome.Refused());
                });
    }

    private Uni<LoginOutcome> put(String subject, Login.Place place, UUID by) {
        return logins.place(subject, place)
                .chain(() -> placePerson.place(subject, place, by))
                .<LoginOutcome>map(placed -> placed ? new LoginOutcome.Done(true) : new LoginOutcome.Refused())
                .onFailure(NoSuchLogin.class)
                .recoverWithItem(new LoginOutcome.NoLogin());
    }
}
