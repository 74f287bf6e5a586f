package org.ovoz.notify.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** The passkeys that open a person's key. The six words stay beside them. */
@ApplicationScoped
class Passkeys {

    private static final String ADD = """
            INSERT INTO key_wrap (id, person, kind, jwe, credential, made_at)
            SELECT $1, k.person, 'passkey', $3, $4, $5 FROM person_key k WHERE k.person = $2
                AND (SELECT count(*) FROM key_wrap w WHERE w.person = $2) < 12
            ON CONFLICT (id) DO NOTHING""";
    private static final String REMOVE = "DELETE FROM key_wrap WHERE id = $1 AND person = $2 AND kind = 'passkey'";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    Passkeys(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False without a key, with too many wraps, or for an id that is taken. */
    Uni<Boolean> add(PersonId person, UUID id, WrapForm form) {
        return change(
                person,
                id,
                "passkey-added",
                ADD,
                Tuple.of(id, person.value(), form.jwe(), form.credential(), SqlTime.of(clock.instant())));
    }

    /** False for what is none of the person's. */
    Uni<Boolean> remove(PersonId person, UUID id) {
        return change(person, id, "passkey-removed", REMOVE, Tuple.of(id, person.value()));
    }

    private Uni<Boolean> change(PersonId person, UUID id, String what, String sql, Tuple values) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(sql)
                .execute(values)
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory(what, person.value(), id.toString(), clock.instant()))
                                .replaceWith(true)));
    }
}
