package org.ovoz.notify.canary;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.AlertOutcome;
import org.ovoz.notify.alert.sms.StaffTexts;
import org.ovoz.transport.transaction.Transactions;

/**
 * Texts a line from the staff number, one canary after the other, as a reporter would: it passes the carrier, intake's signature check,
 * detection, routing, sealing and store, the bus and the desk's inbox.
 */
@ApplicationScoped
class SendCanaries {

    private static final Logger LOG = Logger.getLogger(SendCanaries.class);

    private final Transactions transactions;
    private final Canaries canaries;
    private final Lines lines;
    private final Sentences sentences;
    private final MissCanaries missCanaries;
    private final StaffTexts texts;
    private final Clock clock;

    SendCanaries(
            Transactions transactions,
            Canaries canaries,
            Lines lines,
            Sentences sentences,
            MissCanaries missCanaries,
            StaffTexts texts,
            Clock clock) {
        this.transactions = transactions;
        this.canaries = canaries;
        this.lines = lines;
        this.sentences = sentences;
        this.missCanaries = missCanaries;
        this.texts = texts;
        this.clock = clock;
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return transactions
                .commit(transaction -> canaries.take(transaction.connection(), clock.instant()))
                .chain(due ->
                        due.map(this::send).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> send(Canary canary) {
        String text =
                sentences.of(canary.language()) + " " + canary.id().toString().replace("-", "");
        return texts.send(lines.number(canary.line()), text)
                .invoke(outcome -> LOG.infof(
                        "canary %s, %s: %s",
                        canary.id(), canary.subject(), outcome.getClass().getSimpleName()))
                .chain(outcome -> {
                    String reason = reason(outcome);
                    return reason == null
                            ? Uni.createFrom().voidItem()
                            : transactions.commit(
                                    transaction -> canaries.notSent(transaction.connection(), canary.id(), reason)
                                            .chain(() -> missCanaries.raise(transaction, canary)));
                });
    }

    /** Why it surely did not go out. What nobody knows may still arrive. */
    private static @Nullable String reason(AlertOutcome outcome) {
        return switch (outcome) {
            case AlertOutcome.Sent() -> null;
            case AlertOutcome.Unknown(String reason) -> null;
            case AlertOutcome.Later(String reason) -> reason;
            case AlertOutcome.Failed(String reason) -> reason;
        };
    }
}
