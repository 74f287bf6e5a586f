package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * One transaction of the inbox, about one event. The row of the event's key is locked first, so the events of a key stand in line
 * however many consumers there are.
 */
final class InboxTurn {

    /** What happened, and what is to be done once it is committed. */
    record Result(InboxOutcome outcome, List<Runnable> afterCommit) {

        static Uni<Result> of(InboxOutcome outcome) {
            return Uni.createFrom().item(new Result(outcome, List.of()));
        }
    }

    private final SqlConnection transaction;
    private final InboxRows rows;
    private final SequenceRule rule;
    private final InboxHandler handler;

    InboxTurn(SqlConnection transaction, InboxRows rows, SequenceRule rule, InboxHandler handler) {
        this.transaction = transaction;
        this.rows = rows;
        this.rule = rule;
        this.handler = handler;
    }

    Uni<Result> receive(ReceivedEvent event) {
        return rows.lockCursor(transaction, event).chain(expected -> {
            EventState state = rule.stateOf(event.sequence(), expected);
            return rows.insert(transaction, event, state)
                    .chain(isNew -> isNew ? proceed(event, state) : Result.of(new InboxOutcome.Duplicate()));
        });
    }

    /** Takes an event up again that is stored and not settled. */
    Uni<Result> resume(ReceivedEvent event) {
        return rows.lockCursor(transaction, event).chain(expected -> {
            EventState state = rule.stateOf(event.sequence(), expected);
            return rows.move(transaction, event, state)
                    .chain(moved -> moved ? proceed(event, state) : Result.of(new InboxOutcome.Duplicate()));
        });
    }

    Uni<Result> skip(ReceivedEvent event) {
        return rows.lockCursor(transaction, event)
                .chain(expected -> rows.move(transaction, event, EventState.SKIPPED)
                        .chain(() -> event.sequence() == expected
                                ? rows.advance(transaction, event)
                                : Uni.createFrom().voidItem()))
                .replaceWith(new Result(new InboxOutcome.Applied(), List.of()));
    }

    private Uni<Result> proceed(ReceivedEvent event, EventState state) {
        return switch (state) {
            case APPLIED -> apply(event);
            case WAITING -> Result.of(new InboxOutcome.Waiting());
            case SKIPPED -> Result.of(new InboxOutcome.Duplicate());
            case OUT_OF_ORDER -> Result.of(new InboxOutcome.Parked(EventState.OUT_OF_ORDER_REASON));
        };
    }

    private Uni<Result> apply(ReceivedEvent event) {
        return handler.apply(transaction, event)
                .call(() -> rows.advance(transaction, event))
                .map(afterCommit -> new Result(new InboxOutcome.Applied(), afterCommit));
    }
}
