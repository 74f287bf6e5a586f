package org.ovoz.intake;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.ovoz.contracts.Ids;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.intake.conversation.Draft;
import org.ovoz.intake.conversation.Found;
import org.ovoz.intake.conversation.MessageKey;
import org.ovoz.intake.conversation.StoreMessages;
import org.ovoz.intake.conversation.StoreOutcome;
import org.ovoz.intake.conversation.Threads;

/**
 * The one door: every channel ends here (DESIGN 5). A message is found or opened, sealed, written with its grants and events in one
 * statement; when the Uni has an item that is committed. When it fails nothing is written, and the sender has to try again. Built at the start: the
 * first text does not wait for the language model to be read.
 */
@Startup
@Singleton
public class AcceptInboundMessage {

    /** Each round somebody else of the same thread got through; so many at once from one number are no person. */
    private static final int ROUNDS = 200;

    private final LookupHashes hashes;
    private final Threads threads;
    private final PrepareMessage prepareMessage;
    private final StoreMessages storeMessages;
    private final AfterCommit afterCommit;
    private final Clock clock;

    AcceptInboundMessage(
            LookupHashes hashes,
            Threads threads,
            PrepareMessage prepareMessage,
            StoreMessages storeMessages,
            AfterCommit afterCommit,
            Clock clock) {
        this.hashes = hashes;
        this.threads = threads;
        this.prepareMessage = prepareMessage;
        this.storeMessages = storeMessages;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Runs to its end even if the sender hangs up. */
    public Uni<AcceptOutcome> accept(InboundMessage message) {
        MessageKey key = new MessageKey(
                hashes.ofCarrierId(message.id()),
                message.from().map(hashes::ofNumber).orElse(null));
        Uni<AcceptOutcome> all = Uni.createFrom().deferred(() -> accept(message, key, clock.instant(), ROUNDS));
        return Uni.createFrom().emitter(sender -> all.subscribe().with(sender::complete, sender::fail));
    }

    private Uni<AcceptOutcome> accept(InboundMessage message, MessageKey key, Instant received, int rounds) {
        return threads.find(key).chain(found -> switch (found) {
            case Found.Taken(var report) -> Uni.createFrom().item(new AcceptOutcome.Duplicate(report));
            case Found.Nothing nothing -> write(message, key, nothing, received, rounds);
            case Found.Thread thread -> write(message, key, thread, received, rounds);
        });
    }

    private Uni<AcceptOutcome> write(
            InboundMessage message, MessageKey key, Found found, Instant received, int rounds) {
        return prepareMessage
                .prepare(message, key, found, received)
                .map(draft -> afterCommit.mayAnswer(message, draft) ? draft.answeredBy(Ids.random()) : draft)
                .chain(draft -> storeMessages.store(draft).chain(outcome -> switch (outcome) {
                    case StoreOutcome.Stored() -> Uni.createFrom().item(stored(message, draft));
                    case StoreOutcome.Duplicate(var report) ->
                        Uni.createFrom().item(new AcceptOutcome.Duplicate(report));
                    case StoreOutcome.Outdated() -> again(message, key, received, rounds);
                }));
    }

    private AcceptOutcome stored(InboundMessage message, Draft draft) {
        afterCommit.follow(message, draft);
        return new AcceptOutcome.Accepted(draft.head().report(), draft.opening() != null);
    }

    private Uni<AcceptOutcome> again(InboundMessage message, MessageKey key, Instant received, int rounds) {
        return rounds > 0
                ? accept(message, key, received, rounds - 1)
                : Uni.createFrom().failure(new IllegalStateException("a thread that never stands still"));
    }
}
