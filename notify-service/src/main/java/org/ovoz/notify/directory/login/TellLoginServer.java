package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;
import org.ovoz.notify.directory.person.PersonState;

/** Tells the login server what is done and counts at the desk. When it is away, the next comparison tells it. */
@ApplicationScoped
class TellLoginServer {

    private static final String THERE = "SELECT 1 FROM person WHERE subject = $1 AND state = $2";

    private final Pool pool;

    TellLoginServer(Pool pool) {
        this.pool = pool;
    }

    /** @param state what the person is at the desk; nobody like that is {@link LoginOutcome.UnknownPerson} */
    Uni<LoginOutcome> tell(String subject, PersonState state, Supplier<Uni<Void>> what) {
        return pool.preparedQuery(THERE)
                .execute(Tuple.of(subject, state.word()))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new LoginOutcome.UnknownPerson())
                        : attempt(what.get()));
    }

    private static Uni<LoginOutcome> attempt(Uni<Void> what) {
        return what.onFailure(NoSuchLogin.class)
                .recoverWithNull()
                .<LoginOutcome>replaceWith(new LoginOutcome.Done(true))
                .onFailure(LoginsAway.class)
                .recoverWithItem(new LoginOutcome.Done(false));
    }
}
