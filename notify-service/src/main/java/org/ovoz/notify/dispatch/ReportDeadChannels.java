package org.ovoz.notify.dispatch;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.notify.notice.EndNotice;
import org.ovoz.notify.notice.NoticeKind;
import org.ovoz.notify.notice.RaiseNotice;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * A way by which the last three alerts did not reach a person, or whose last endpoint is gone, is put before the coordinators, until
 * one arrives again. Only what lies with the address counts: a telephone that nobody picks up is not dead, nor what the carrier, the mail
 * server or the push service had no time for.
 */
@ApplicationScoped
class ReportDeadChannels {

    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final String FIND = """
            WITH settled AS (
                SELECT a.person, a.kind, a.state, a.reason,
                    row_number() OVER (PARTITION BY a.person, a.kind ORDER BY a.created_at DESC) AS n
                FROM alert a
                WHERE a.created_at > $1 AND (a.state = 'delivered' OR (a.state = 'sent' AND a.kind NOT IN ('sms', 'call'))
                    OR (a.state = 'failed' AND (a.reason IN ('bad-address', 'no-address', 'gone')
                        OR a.reason ~ '^carrier-(21|30)[0-9]{3}$')))),
            ways AS (
                SELECT s.person, s.kind, bool_or(s.state <> 'failed' AND s.n = 1) AS alive,
                    (bool_and(s.state = 'failed') AND count(*) = 3) OR (bool_or(s.n = 1 AND s.reason = 'gone') AND NOT EXISTS (
                        SELECT 1 FROM endpoint e WHERE e.person = s.person AND e.kind = s.kind AND e.gone_at IS NULL)) AS dead
                FROM settled s WHERE s.n <= 3 GROUP BY s.person, s.kind)
            SELECT w.person || ' ' || w.kind AS subject, w.dead AND p.id IS NOT NULL AS dead, p.organisation
            FROM ways w LEFT JOIN reachable_person p ON p.id = w.person
            LEFT JOIN notice n ON n.kind = $2 AND n.subject = w.person || ' ' || w.kind AND n.ended_at IS NULL
            WHERE (w.dead AND p.id IS NOT NULL AND n.id IS NULL) OR (n.id IS NOT NULL AND (w.alive OR p.id IS NULL))
            LIMIT 50""";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;
    private final Clock clock;

    ReportDeadChannels(Transactions transactions, RaiseNotice raiseNotice, EndNotice endNotice, Clock clock) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.dispatch.dead-channels.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions.commit(transaction -> transaction
                .connection()
                .preparedQuery(FIND)
                .execute(Tuple.of(SqlTime.of(clock.instant().minus(LOOKED_AT)), NoticeKind.DEAD_CHANNEL.word()))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> settle(transaction, row))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<Void> settle(Transaction transaction, Row row) {
        String subject = row.getString("subject");
        return row.getBoolean("dead")
                ? raiseNotice
                        .raise(
                                transaction,
                                NoticeKind.DEAD_CHANNEL,
                                subject,
                                new OrganisationId(row.getString("organisation")))
                        .replaceWithVoid()
                : endNotice.end(transaction, NoticeKind.DEAD_CHANNEL, subject);
    }
}
