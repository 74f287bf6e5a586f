package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * The one way in for events: stored and applied in one transaction, once per event id, in order per key and topic.
 *
 * <p>When the Uni has an item, the event is stored and the record may be acknowledged. When it fails, a fault of the database passes by
 * itself and nothing was stored: do not acknowledge, receive the record again.
 */
public final class Inbox {

    /** Sequences count from here. */
    public static final long FIRST_SEQUENCE = 1;

    private static final Logger LOG = Logger.getLogger(Inbox.class);

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

    public Uni<InboxOutcome> receive(ReceivedEvent event, InboxHandler handler) {
        return inTransaction(handler, turn -> turn.receive(event));
    }

    /** Applies a parked event again, and then those that waited behind it. One that is not parked is a duplicate. */
    public Uni<InboxOutcome> redrive(UUID eventId, InboxHandler handler) {
        return inTransaction(handler, turn -> turn.redrive(eventId));
    }

    /** Gives a parked event up for good, and applies those that waited behind it. One that is not parked is a duplicate. */
    public Uni<InboxOutcome> skip(UUID eventId, InboxHandler handler) {
        return inTransaction(handler, turn -> turn.skip(eventId));
    }

    /** Oldest first. */
    public Uni<List<ParkedEvent>> parked(int limit) {
        return rows.parked(pool, limit);
    }

    public Uni<InboxBacklog> backlog() {
        return rows.backlog(pool);
    }

    private Uni<InboxOutcome> inTransaction(InboxHandler handler, Function<InboxTurn, Uni<InboxOutcome>> work) {
        return Uni.createFrom().deferred(() -> {
            List<Runnable> afterCommit = new ArrayList<>();
            return pool.withTransaction(
                            transaction -> work.apply(new InboxTurn(transaction, rows, rule, handler, afterCommit)))
                    .invoke(outcome -> afterCommit.forEach(Inbox::run));
        });
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
