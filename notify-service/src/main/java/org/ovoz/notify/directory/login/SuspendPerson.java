package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;
import org.ovoz.notify.directory.login.LoginOutcome.Done;
import org.ovoz.notify.directory.login.LoginOutcome.UnknownPerson;

/**
 * Stops a person at once. The desk is first, so that it works while the login server is away: what that was not told, the
 * next comparison tells it.
 */
@ApplicationScoped
class SuspendPerson {

    private static final String THERE = "SELECT state FROM person WHERE subject = $1";

    private final StopPerson stopPerson;
    private final Logins logins;
    private final Pool pool;

    SuspendPerson(StopPerson stopPerson, Logins logins, Pool pool) {
        this.stopPerson = stopPerson;
        this.logins = logins;
        this.pool = pool;
    }

    /** Doing it again changes nothing here, and tells the login server again. */
    Uni<LoginOutcome> suspend(String subject, UUID by) {
        return stopPerson
                .suspend(subject, "person-suspended", by)
                .chain(() -> follow(subject, "suspended", () -> logins.disable(subject)));
    }

    /** For ever; the handle is free again. */
    Uni<LoginOutcome> remove(String subject, UUID by) {
        return stopPerson.remove(subject, by).chain(() -> follow(subject, "removed", () -> logins.delete(subject)));
    }

    private Uni<LoginOutcome> follow(String subject, String state, Supplier<Uni<Void>> there) {
        return pool.preparedQuery(THERE).execute(Tuple.of(subject)).chain(rows -> {
            boolean stopped =
                    rows.size() > 0 && rows.iterator().next().getString("state").equals(state);
            return stopped ? tell(there.get()) : Uni.createFrom().item(new UnknownPerson());
        });
    }

    private static Uni<LoginOutcome> tell(Uni<Void> there) {
        return there.onFailure(NoSuchLogin.class)
                .recoverWithNull()
                .<LoginOutcome>replaceWith(new Done(true))
                .onFailure(LoginsAway.class)
                .recoverWithItem(new Done(false));
    }
}
