package org.ovoz.notify.directory.person;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Makes or changes a person of the directory. What they hold and do not see any more is given back. */
@ApplicationScoped
public class SavePerson {

    private static final String SAVE = """
            INSERT INTO person (id, subject, handle, organisation, languages, teams, sms, email, on_call,
                                call, quiet_from, quiet_until, zone, cover_text, roles, state)
            SELECT $1, $2, $3, o.id, $5, $6, nullif($7, ''), nullif($8, ''), $9, nullif($10, ''), $11, $12, $13, $14, coalesce($15::text[], '{}'), $16
            FROM organisation o
            WHERE o.id = $4
              AND NOT EXISTS (SELECT 1 FROM unnest($6::text[]) AS wanted (id)
                              LEFT JOIN team t ON t.id = wanted.id AND t.organisation = $4 WHERE t.id IS NULL)
              AND NOT EXISTS (SELECT 1 FROM person other WHERE other.handle = $3 AND other.subject <> $2)
              AND NOT EXISTS (SELECT 1 FROM organisation named WHERE strpos(lower($14), lower(named.label)) > 0)
            ON CONFLICT (subject) DO UPDATE SET handle = excluded.handle, organisation = excluded.organisation,
                languages = excluded.languages, teams = excluded.teams, on_call = excluded.on_call,
                sms = nullif(coalesce($7, person.sms), ''), email = nullif(coalesce($8, person.email), ''),
                call = nullif(coalesce($10, person.call), ''), quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, zone = excluded.zone, cover_text = excluded.cover_text,
                roles = coalesce($15::text[], person.roles)
            WHERE person.state <> 'removed' RETURNING id""";

    private static final String FITS = """
            SELECT 1 FROM organisation o
            WHERE o.id = $2
              AND NOT EXISTS (SELECT 1 FROM unnest($3::text[]) AS wanted (id)
                              LEFT JOIN team t ON t.id = wanted.id AND t.organisation = $2 WHERE t.id IS NULL)
              AND NOT EXISTS (SELECT 1 FROM person other WHERE other.handle = $1 AND other.state <> 'invited')
              AND NOT EXISTS (SELECT 1 FROM organisation named WHERE strpos(lower($4), lower(named.label)) > 0)""";

    private final Pool pool;
    private final Transactions transactions;
    private final List<HeldWork> work;
    private final AuditLog audit;
    private final Clock clock;

    SavePerson(Pool pool, Transactions transactions, @All List<HeldWork> work, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * False when the organisation or a team of it does not exist, the handle is somebody else's, the cover text names an organisation, or
     * the person was removed; then nothing is changed.
     */
    Uni<Boolean> save(String subject, PersonForm form, UUID by) {
        return transactions.commit(transaction -> write(transaction, subject, form, PersonState.ACTIVE)
                .chain(saved -> saved
                        ? audit.append(
                                        transaction.connection(),
                                        AuditEntry.ofDirectory("person-saved", by, subject, clock.instant()))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** Whether this could be kept of somebody new, or of somebody who was invited before and did not come yet. */
    public Uni<Boolean> fits(PersonForm form) {
        return pool.preparedQuery(FITS)
                .execute(Tuple.of(form.handle(), form.organisation().value(), texts(form.teams()), form.coverText()))
                .map(rows -> rows.size() == 1);
    }

    /**
     * The same in a transaction of the caller's, who also writes the audit.
     *
     * @param state of a new person; one that is there keeps theirs
     */
    public Uni<Boolean> write(Transaction transaction, String subject, PersonForm form, PersonState state) {
        Tuple values = Tuple.tuple()
                .addUUID(Ids.random())
                .addString(subject)
                .addString(form.handle())
                .addString(form.organisation().value())
                .addArrayOfString(texts(form.languages()))
                .addArrayOfString(texts(form.teams()))
                .addString(form.sms())
                .addString(form.email())
                .addBoolean(form.onCall())
                .addString(form.call())
                .addLocalTime(form.quietFrom())
                .addLocalTime(form.quietUntil())
                .addString(form.zone())
                .addString(form.coverText())
                .addArrayOfString(textsOrNull(form.roles()))
                .addString(state.word());
        return transaction
                .connection()
                .preparedQuery(SAVE)
                .execute(values)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : giveBack(
                                        transaction,
                                        new PersonId(rows.iterator().next().getUUID("id")))
                                .replaceWith(true));
    }

    private Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return Multi.createFrom()
                .iterable(work)
                .onItem()
                .transformToUniAndConcatenate(held -> held.giveBackUnseen(transaction, person))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static String @Nullable [] textsOrNull(@Nullable Collection<?> values) {
        return values == null ? null : texts(values);
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).distinct().toArray(String[]::new);
    }
}
