package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * The one way in for events: stored and applied in one transaction, once per event id, in order per key and topic.
 *
 * <p>When the Uni has an item, the event is stored and the record may be acknowledged. When it fails, a fault of the database passes by
 * itself and nothing was stored, or not everything that waited was applied: do not acknowledge, receive the record again.
 */
public final class Inbox {

    /** Sequences count from here. */
    public static final long FIRST_SEQUENCE = 1;

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final String HANDLER_FAILED = "handler-failed";

    private final Pool pool;
    private final InboxRows rows;
    private final SequenceRule rule;

    public Inbox(Pool pool, Clock clock, SequenceRule rule) {
        this.pool = pool;
        this.rows = new InboxRows(clock);
        this.rule = rule;
    }

    /** Also takes records that are no events of ours: they are kept as they are, and shown as parked. */
    public Uni<InboxOutcome> receive(ConsumerRecord<String, byte[]> message, InboxHandler handler) {
        if (message.value() == null && rule == SequenceRule.LATEST) {
            return Uni.createFrom().item(new InboxOutcome.Duplicate());
        }
        try {
            return receive(ReceivedEvent.from(message), handler);
        } catch (UnreadableEvent unreadable) {
            LOG.warnf(
                    "record %s-%d@%d unreadable: %s",
                    message.topic(), message.partition(), message.offset(), unreadable.reason());
            return rows.keepUnreadable(pool, message, unreadable.reason())
                    .replaceWith(new InboxOutcome.Parked(unreadable.reason()));
        }
    }

    /** For a consumer that has nothing better to do: while a fault passes, it tries again, 0.1 to 2 seconds apart. */
    public Uni<InboxOutcome> receiveUntilStored(ConsumerRecord<String, byte[]> message, InboxHandler handler) {
        return Uni.createFrom()
                .deferred(() -> receive(message, handler))
                .onFailure(DatabaseFaults::passes)
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .indefinitely();
    }

    public Uni<InboxOutcome> receive(ReceivedEvent event, InboxHandler handler) {
        return inTransaction(event, handler, turn -> turn.receive(event)).call(() -> applyThoseBehind(event, handler));
    }

    /** Applies a parked event again, and then those that waited behind it. One that is not parked is a duplicate. */
    public Uni<InboxOutcome> redrive(UUID eventId, InboxHandler handler) {
        return withParked(
                eventId,
                event -> inTransaction(event, handler, turn -> turn.resume(event))
                        .call(() -> applyThoseBehind(event, handler)));
    }

    /** Gives a parked event up for good, and applies those that waited behind it. One that is not parked is a duplicate. */
    public Uni<InboxOutcome> skip(UUID eventId, InboxHandler handler) {
        return withParked(
                eventId,
                event -> inTransaction(event, handler, turn -> turn.skip(event))
                        .call(() -> applyThoseBehind(event, handler)));
    }

    /** Oldest first. */
    public Uni<List<ParkedEvent>> parked(int limit) {
        return rows.parked(pool, limit);
    }

    public Uni<InboxBacklog> backlog() {
        return rows.backlog(pool);
    }

    /** Each in a transaction of its own. A crash in between is healed when the record, not yet acknowledged, comes again. */
    private Uni<Void> applyThoseBehind(ReceivedEvent event, InboxHandler handler) {
        return Multi.createBy()
                .repeating()
                .uni(() -> applyNext(event, handler))
                .whilst(wasOne -> wasOne)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> applyNext(ReceivedEvent event, InboxHandler handler) {
        return rows.nextInLine(pool, event).chain(next -> {
            if (next.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            ReceivedEvent turnHasCome = next.getFirst();
            return inTransaction(turnHasCome, handler, turn -> turn.resume(turnHasCome))
                    .replaceWith(true);
        });
    }

    private Uni<InboxOutcome> withParked(UUID eventId, Function<ReceivedEvent, Uni<InboxOutcome>> work) {
        return rows.findParked(pool, eventId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new InboxOutcome.Duplicate())
                        : work.apply(found.getFirst()));
    }

    private Uni<InboxOutcome> inTransaction(
            ReceivedEvent event, InboxHandler handler, Function<InboxTurn, Uni<InboxTurn.Result>> work) {
        return pool.withTransaction(transaction ->
                        Uni.createFrom().deferred(() -> work.apply(new InboxTurn(transaction, rows, rule, handler))))
                .invoke(result -> result.afterCommit().forEach(Inbox::run))
                .map(InboxTurn.Result::outcome)
                .onFailure(fault -> !DatabaseFaults.passes(fault))
                .recoverWithUni(fault -> park(event, fault));
    }

    /** The transaction was rolled back, so nothing of the event is left: it is stored anew, as what it is. */
    private Uni<InboxOutcome> park(ReceivedEvent event, Throwable fault) {
        String reason = fault instanceof PoisonEvent poison ? poison.reason() : HANDLER_FAILED;
        LOG.errorf("%s parked as %s: %s", event, reason, fault.getClass().getName());
        return rows.park(pool, event, reason)
                .map(parked -> parked ? new InboxOutcome.Parked(reason) : new InboxOutcome.Duplicate());
    }

    /** The state is committed: what fails now must not make the event come again. */
    private static void run(Runnable afterCommit) {
        try {
            afterCommit.run();
        } catch (RuntimeException fault) {
            LOG.errorf("work after commit failed: %s", fault.getClass().getName());
        }
    }
}
