package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * One transaction of the inbox. A handler runs inside a savepoint: if it fails, what it wrote is undone and the event parked, in the
 * same transaction, so there is no moment at which the event is neither.
 */
final class InboxTurn {

    private static final Logger LOG = Logger.getLogger(InboxTurn.class);
    private static final String OUT_OF_ORDER = "out-of-order";
    private static final String HANDLER_FAILED = "handler-failed";

    private final SqlConnection transaction;
    private final InboxRows rows;
    private final SequenceRule rule;
    private final InboxHandler handler;
    private final List<Runnable> afterCommit;

    InboxTurn(
            SqlConnection transaction,
            InboxRows rows,
            SequenceRule rule,
            InboxHandler handler,
            List<Runnable> afterCommit) {
        this.transaction = transaction;
        this.rows = rows;
        this.rule = rule;
        this.handler = handler;
        this.afterCommit = afterCommit;
    }

    Uni<InboxOutcome> receive(ReceivedEvent event) {
        return rows.insert(transaction, event).chain(isNew -> isNew ? inLine(event) : duplicate());
    }

    Uni<InboxOutcome> redrive(UUID eventId) {
        return rows.lockParked(transaction, eventId)
                .chain(parked -> parked.isEmpty() ? duplicate() : inLine(parked.getFirst()));
    }

    Uni<InboxOutcome> skip(UUID eventId) {
        return rows.lockParked(transaction, eventId)
                .chain(parked -> parked.isEmpty() ? duplicate() : skip(parked.getFirst()));
    }

    private Uni<InboxOutcome> skip(ReceivedEvent event) {
        return rows.lockCursor(transaction, event)
                .chain(expected -> rows.skipped(transaction, event)
                        .chain(() -> event.sequence() == expected ? advance(event) : nothing()))
                .replaceWith(new InboxOutcome.Applied());
    }

    private Uni<InboxOutcome> inLine(ReceivedEvent event) {
        return rows.lockCursor(transaction, event).chain(expected -> {
            if (event.sequence() < expected) {
                return tooLate(event);
            }
            if (event.sequence() > expected && rule == SequenceRule.GAPLESS) {
                return Uni.createFrom().item(new InboxOutcome.Waiting());
            }
            return applyAndAdvance(event);
        });
    }

    private Uni<InboxOutcome> tooLate(ReceivedEvent event) {
        return rule == SequenceRule.LATEST
                ? rows.skipped(transaction, event).chain(InboxTurn::duplicate)
                : park(event, OUT_OF_ORDER);
    }

    private Uni<InboxOutcome> applyAndAdvance(ReceivedEvent event) {
        return attempt(event)
                .chain(outcome -> outcome instanceof InboxOutcome.Applied
                        ? advance(event).replaceWith(outcome)
                        : Uni.createFrom().item(outcome));
    }

    /** Moves the cursor past the event, then applies those whose turn has come. */
    private Uni<Void> advance(ReceivedEvent event) {
        return rows.advance(transaction, event)
                .chain(() -> rows.parkRivals(transaction, event, OUT_OF_ORDER))
                .chain(() -> rule == SequenceRule.LATEST
                        ? Uni.createFrom().item(List.<ReceivedEvent>of())
                        : rows.waitingAfter(transaction, event))
                .chain(next -> next.isEmpty()
                        ? nothing()
                        : applyAndAdvance(next.getFirst()).replaceWithVoid());
    }

    private Uni<InboxOutcome> attempt(ReceivedEvent event) {
        return rows.savepoint(transaction)
                .chain(() -> Uni.createFrom()
                        .deferred(() -> handler.apply(transaction, event))
                        .call(() -> rows.releaseSavepoint(transaction))
                        .onItem()
                        .transformToUni(effects -> applied(event, effects))
                        .onFailure(fault -> !DatabaseFaults.passes(fault))
                        .recoverWithUni(fault -> undo(event, fault)));
    }

    private Uni<InboxOutcome> applied(ReceivedEvent event, List<Runnable> effects) {
        return rows.applied(transaction, event).map(ignored -> {
            afterCommit.addAll(effects);
            return new InboxOutcome.Applied();
        });
    }

    private Uni<InboxOutcome> undo(ReceivedEvent event, Throwable fault) {
        return rows.rollbackToSavepoint(transaction).chain(() -> park(event, reason(fault)));
    }

    private Uni<InboxOutcome> park(ReceivedEvent event, String reason) {
        LOG.errorf("event %s of %s parked: %s", event.id(), event.key(), reason);
        return rows.parkEvent(transaction, event, reason).replaceWith(new InboxOutcome.Parked(reason));
    }

    private static String reason(Throwable fault) {
        LOG.errorf("a handler failed: %s", fault.getClass().getName());
        return fault instanceof PoisonEvent poison ? poison.reason() : HANDLER_FAILED;
    }

    private static Uni<InboxOutcome> duplicate() {
        return Uni.createFrom().item(new InboxOutcome.Duplicate());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
