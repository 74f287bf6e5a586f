package org.ovoz.notify.directory.reconcile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.login.SeenLogins;
import org.ovoz.notify.directory.person.PersonState;
import org.ovoz.transport.transaction.Transactions;

/** Keeps what the login server says of a person, beside the person. */
@ApplicationScoped
class MirrorLogin {

    private static final String IS = "SELECT 1 FROM person WHERE subject = $1 AND state = $2";
    private static final String ARRIVED = "UPDATE person SET state = 'active' WHERE subject = $1 AND state = 'invited'";
    private static final String ROLES =
            "UPDATE person SET roles = $2 WHERE subject = $1 AND state <> 'removed' AND roles <> $2";

    private final Pool pool;
    private final Transactions transactions;
    private final SeenLogins seenLogins;
    private final AuditLog audit;
    private final Clock clock;

    MirrorLogin(Pool pool, Transactions transactions, SeenLogins seenLogins, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.seenLogins = seenLogins;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Boolean> isStill(String subject, PersonState state) {
        return pool.preparedQuery(IS).execute(Tuple.of(subject, state.word())).map(rows -> rows.size() == 1);
    }

    Uni<Boolean> arrived(String subject) {
        return change(ARRIVED, Tuple.of(subject), "person-arrived", subject);
    }

    Uni<Boolean> roles(String subject, Set<String> roles) {
        String[] sorted = roles.stream().sorted().toArray(String[]::new);
        return change(ROLES, Tuple.of(subject, sorted), "person-roles-changed", subject);
    }

    Uni<Void> seen(String subject, Login.Place place) {
        return seenLogins.write(pool, subject, place);
    }

    private Uni<Boolean> change(String sql, Tuple values, String what, String subject) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(what, null, subject, clock.instant()))
                                .replaceWith(true)));
    }
}
