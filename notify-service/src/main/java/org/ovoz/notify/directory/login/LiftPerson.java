package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.transport.transaction.Transactions;

/** Lets a suspended person in again. The login server is first: who is let in here and cannot log in would not be let in. */
@ApplicationScoped
class LiftPerson {

    private static final String SUSPENDED = "SELECT 1 FROM person WHERE subject = $1 AND state = 'suspended'";
    private static final String LIFT = "UPDATE person SET state = $2 WHERE subject = $1 AND state = 'suspended'";

    private final Logins logins;
    private final Pool pool;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    LiftPerson(Logins logins, Pool pool, Transactions transactions, AuditLog audit, Clock clock) {
        this.logins = logins;
        this.pool = pool;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with {@link LoginsAway}, and then changes nothing here. */
    Uni<LoginOutcome> lift(String subject, UUID by) {
        return pool.preparedQuery(SUSPENDED)
                .execute(Tuple.of(subject))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new LoginOutcome.UnknownPerson())
                        : logins.of(subject).chain(login -> lift(subject, login, by)));
    }

    private Uni<LoginOutcome> lift(String subject, Optional<Login> login, UUID by) {
        if (login.isEmpty()) {
            return Uni.createFrom().item(new LoginOutcome.NoLogin());
        }
        String state = login.get().unused() ? "invited" : "active";
        return logins.enable(subject)
                .chain(() -> transactions.commit(transaction -> transaction
                        .connection()
                        .preparedQuery(LIFT)
                        .execute(Tuple.of(subject, state))
                        .chain(() -> audit.append(
                                transaction.connection(),
                                AuditEntry.ofDirectory("person-lifted", by, subject, clock.instant())))))
                .replaceWith(new LoginOutcome.Done(true));
    }
}
