package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Makes or changes a person of the directory. */
@ApplicationScoped
class SavePerson {

    private static final String SAVE = """
            INSERT INTO person (id, subject, handle, organisation, languages, teams, sms, email, on_call)
            SELECT $1, $2, $3, o.id, $5, $6, $7, $8, $9 FROM organisation o
            WHERE o.id = $4
              AND NOT EXISTS (SELECT 1 FROM unnest($6::text[]) AS wanted (id)
                              LEFT JOIN team t ON t.id = wanted.id AND t.organisation = $4 WHERE t.id IS NULL)
              AND NOT EXISTS (SELECT 1 FROM person other WHERE other.handle = $3 AND other.subject <> $2)
            ON CONFLICT (subject) DO UPDATE SET handle = excluded.handle, organisation = excluded.organisation,
                languages = excluded.languages, teams = excluded.teams, sms = excluded.sms, email = excluded.email,
                on_call = excluded.on_call""";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SavePerson(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when the organisation or a team of it does not exist, or the handle is somebody else's; then nothing is changed. */
    Uni<Boolean> save(String subject, PersonForm form, UUID by) {
        return transactions.commit(transaction -> write(transaction, subject, form)
                .chain(saved -> saved
                        ? audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory("person-saved", by, subject, clock.instant()))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    private static Uni<Boolean> write(Transaction transaction, String subject, PersonForm form) {
        Tuple values = Tuple.tuple()
                .addUUID(Ids.random())
                .addString(subject)
                .addString(form.handle())
                .addString(form.organisation().value())
                .addArrayOfString(texts(form.languages()))
                .addArrayOfString(texts(form.teams()))
                .addString(form.sms())
                .addString(form.email())
                .addBoolean(form.onCall());
        return transaction.connection().preparedQuery(SAVE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).distinct().toArray(String[]::new);
    }
}
