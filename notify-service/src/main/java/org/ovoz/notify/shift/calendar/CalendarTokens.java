package org.ovoz.notify.shift.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transactions;

/** What lets a calendar program read: 256 random bits, one per person, kept as a hash and shown once. */
@ApplicationScoped
class CalendarTokens {

    private static final int BYTES = 32;
    private static final String MAKE = """
            INSERT INTO calendar_token (person, hash, made_at) VALUES ($1, $2, $3)
            ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at""";
    private static final String REVOKE = "DELETE FROM calendar_token WHERE person = $1";
    private static final String FIND = """
            SELECT p.id FROM calendar_token c JOIN person p ON p.id = c.person
            WHERE c.hash = $1 AND p.state = 'active'""";

    private final SecureRandom random = new SecureRandom();
    private final Pool pool;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    CalendarTokens(Pool pool, Transactions transactions, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The one before reads nothing any more. */
    Uni<String> make(PersonId person) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(MAKE)
                .execute(Tuple.of(person.value(), hash(token), SqlTime.of(now)))
                .chain(() -> audit.append(transaction.connection(), entry("calendar-opened", person, now)))
                .replaceWith(token));
    }

    Uni<Void> revoke(PersonId person) {
        Instant now = clock.instant();
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(REVOKE)
                .execute(Tuple.of(person.value()))
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : audit.append(transaction.connection(), entry("calendar-closed", person, now))));
    }

    /** Nobody for a token that was replaced or revoked, or whose person was stopped. */
    Uni<Optional<PersonId>> find(String token) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hash(token)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new PersonId(row.getUUID("id")))
                        .findFirst());
    }

    private static AuditEntry entry(String what, PersonId person, Instant now) {
        UUID id = person.value();
        return new AuditEntry("shifts", what, id, id.toString(), now);
    }

    private static Buffer hash(String token) {
        try {
            return Buffer.buffer(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
