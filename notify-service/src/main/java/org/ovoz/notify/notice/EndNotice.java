package org.ovoz.notify.notice;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;

/** What a notice was about is over. */
@ApplicationScoped
public class EndNotice {

    private static final String END =
            "UPDATE notice SET ended_at = $3 WHERE kind = $1 AND subject = $2 AND ended_at IS NULL";

    private final Clock clock;

    EndNotice(Clock clock) {
        this.clock = clock;
    }

    /** Changes nothing where there is none. */
    public Uni<Void> end(Transaction transaction, NoticeKind kind, String subject) {
        return transaction
                .connection()
                .preparedQuery(END)
                .execute(Tuple.of(kind.word(), subject, SqlTime.of(clock.instant())))
                .replaceWithVoid();
    }
}
