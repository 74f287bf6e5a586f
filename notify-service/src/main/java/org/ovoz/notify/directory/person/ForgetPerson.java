package org.ovoz.notify.directory.person;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/**
 * Takes away what is kept beside the row of a person who is removed: browsers and systems that were alerted, the calendar's token, what the
 * login server said, the plan. Rows that others refer to stay, empty; duties that are not over are cancelled.
 */
@ApplicationScoped
public class ForgetPerson {

    private static final String FORGET = """
            WITH ways AS (
                UPDATE endpoint SET gone_at = coalesce(gone_at, $2), url = '', p256dh = NULL, auth = NULL, secret = NULL,
                    old_secret = NULL, old_secret_until = NULL
                WHERE person = $1),
            calendar AS (DELETE FROM calendar_token WHERE person = $1),
            login AS (DELETE FROM person_login WHERE person = $1),
            patterns AS (DELETE FROM shift_pattern WHERE person = $1),
            exceptions AS (DELETE FROM shift_exception WHERE person = $1)
            UPDATE duty SET cancelled_at = $2 WHERE person = $1 AND cancelled_at IS NULL AND ends_at > $2""";

    private final Clock clock;

    ForgetPerson(Clock clock) {
        this.clock = clock;
    }

    public Uni<Void> forget(Transaction transaction, PersonId person) {
        return transaction
                .connection()
                .preparedQuery(FORGET)
                .execute(Tuple.of(person.value(), SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }
}
