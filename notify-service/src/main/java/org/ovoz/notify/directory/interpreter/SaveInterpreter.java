package org.ovoz.notify.directory.interpreter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.transport.transaction.Transactions;

/** Makes, changes or takes out an interpreter. */
@ApplicationScoped
class SaveInterpreter {

    private static final WeeklyHours HOURS = new WeeklyHours("interpreter_hours", "interpreter");
    private static final String SAVE = """
            INSERT INTO interpreter (handle, gender, zone, ties) VALUES ($1, $2, $3, $4)
            ON CONFLICT (handle) DO UPDATE SET gender = excluded.gender, zone = excluded.zone, ties = excluded.ties""";
    private static final String FORGET = "DELETE FROM interpreter_language WHERE interpreter = $1";
    private static final String SPEAKS = """
            INSERT INTO interpreter_language (interpreter, language, dialect)
            SELECT $1, language, dialect FROM unnest($2::text[], $3::text[]) AS one (language, dialect)
            ON CONFLICT DO NOTHING""";
    private static final String REMOVE = "DELETE FROM interpreter WHERE handle = $1";

    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SaveInterpreter(Transactions transactions, AuditLog audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<Void> save(String handle, Interpreter said, UUID by) {
        String gender = said.gender().name().toLowerCase(Locale.ROOT);
        String[] ties = said.ties().stream().distinct().toArray(String[]::new);
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(SAVE)
                .execute(Tuple.of(handle, gender, said.zone(), ties))
                .chain(() -> speaks(transaction.connection(), handle, said.languages()))
                .chain(() -> HOURS.write(transaction.connection(), handle, said.weekly()))
                .chain(() -> audit.append(transaction.connection(), entry("interpreter-saved", by, handle))));
    }

    /** False when there was none of this handle. */
    Uni<Boolean> remove(String handle, UUID by) {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(REMOVE)
                .execute(Tuple.of(handle))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(false)
                        : audit.append(transaction.connection(), entry("interpreter-removed", by, handle))
                                .replaceWith(true)));
    }

    private static Uni<Void> speaks(SqlClient connection, String handle, List<Interpreter.Spoken> languages) {
        String[] tags = languages.stream().map(one -> one.language().value()).toArray(String[]::new);
        String[] dialects = languages.stream().map(Interpreter.Spoken::dialect).toArray(String[]::new);
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(handle))
                .chain(() -> connection.preparedQuery(SPEAKS).execute(Tuple.of(handle, tags, dialects)))
                .replaceWithVoid();
    }

    private AuditEntry entry(String what, UUID by, String handle) {
        return AuditEntry.ofDirectory(what, by, handle, clock.instant());
    }
}
