package org.ovoz.notify.directory.login;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;
import org.ovoz.transport.transaction.Transactions;

/** Somebody lost the device of the second factor: it is forgotten, and the next login has another one set up. */
@ApplicationScoped
class ResetSecondFactor {

    private static final String KNOWN = "SELECT 1 FROM person WHERE subject = $1 AND state <> 'removed'";

    private final Logins logins;
    private final Pool pool;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    ResetSecondFactor(Logins logins, Pool pool, Transactions transactions, AuditLog audit, Clock clock) {
        this.logins = logins;
        this.pool = pool;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with {@link LoginsAway}. */
    Uni<LoginOutcome> reset(String subject, UUID by) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(subject))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(new LoginOutcome.UnknownPerson())
                        : forget(subject, by));
    }

    private Uni<LoginOutcome> forget(String subject, UUID by) {
        AuditEntry entry = AuditEntry.ofDirectory("second-factor-reset", by, subject, clock.instant());
        return logins.forgetSecondFactor(subject)
                .chain(() -> transactions.commit(transaction -> audit.append(transaction.connection(), entry)))
                .<LoginOutcome>replaceWith(new LoginOutcome.Done(true))
                .onFailure(NoSuchLogin.class)
                .recoverWithItem(new LoginOutcome.NoLogin());
    }
}
