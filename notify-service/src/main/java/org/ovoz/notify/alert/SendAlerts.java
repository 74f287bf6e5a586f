package org.ovoz.notify.alert;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.transport.faults.DatabaseFaults;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * Sends what is due: right after the COMMIT that wrote it, and by a sweeper for what was left. An alert is marked as under way before
 * it is sent, so a crash in between leaves a row whose fate is known to be unknown.
 */
@ApplicationScoped
public class SendAlerts {

    private static final Logger LOG = Logger.getLogger(SendAlerts.class);
    private static final int SETTLE_AGAIN = 5;
    private static final Duration SETTLE_FIRST_PAUSE = Duration.ofMillis(200);

    private final Map<AlertKind, AlertSender> senders;
    private final Alerts alerts;
    private final DueCalls dueCalls;
    private final Lanes lanes;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    SendAlerts(
            @All List<AlertSender> senders,
            Alerts alerts,
            DueCalls dueCalls,
            Lanes lanes,
            Transactions transactions,
            AuditLog audit,
            Clock clock) {
        this.senders = senders.stream().collect(Collectors.toMap(AlertSender::kind, Function.identity()));
        this.alerts = alerts;
        this.dueCalls = dueCalls;
        this.lanes = lanes;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts a pass and does not wait for it. */
    public void sendDue() {
        pass().subscribe()
                .with(
                        ignored -> {},
                        fault -> LOG.warnf(
                                "alerts left to the sweeper: %s",
                                fault.getClass().getSimpleName()));
    }

    @Scheduled(
            every = "{ovoz.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> sweep() {
        List<AlertKind> repeatable = senders.values().stream()
                .filter(AlertSender::mayRepeatUnknown)
                .map(AlertSender::kind)
                .toList();
        return alerts.settleAbandoned(repeatable)
                .invoke(left -> {
                    if (left > 0) {
                        LOG.warnf("%d alerts had been left under way", left);
                    }
                })
                .chain(this::pass);
    }

    /** Ends when what is due is under way. A way that hangs holds up no other. */
    private Uni<Void> pass() {
        return alerts.drop()
                .chain(() -> Multi.createFrom()
                        .iterable(senders.keySet())
                        .onItem()
                        .transformToUni(kind -> take(kind).invoke(taken -> lanes.run(kind, taken, this::send)))
                        .concatenate()
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<List<Alert>> take(AlertKind kind) {
        int free = lanes.free(kind);
        if (free == 0) {
            return Uni.createFrom().item(List.of());
        }
        return kind == AlertKind.CALL ? dueCalls.take() : alerts.take(kind, free);
    }

    /** Does not fail: one alert must not take the others down with it. What cannot be settled now is found under way later. */
    private Uni<Void> send(Alert alert) {
        return attempt(alert)
                .chain(outcome -> transactions
                        .commit(transaction ->
                                settle(transaction, alert, outcome).chain(() -> settleBundled(transaction, alert)))
                        .onFailure(DatabaseFaults::passes)
                        .retry()
                        .withBackOff(SETTLE_FIRST_PAUSE)
                        .atMost(SETTLE_AGAIN))
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "alert %s left under way: %s",
                        alert.id(), fault.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<AlertOutcome> attempt(Alert alert) {
        AlertSender sender = senders.get(alert.kind());
        if (sender == null || alert.address().isEmpty()) {
            return Uni.createFrom().item(new AlertOutcome.Failed("no-address"));
        }
        return Uni.createFrom()
                .deferred(() -> sender.send(alert))
                .onFailure()
                .recoverWithItem(new AlertOutcome.Unknown("sender-failed"));
    }

    private Uni<Void> settle(Transaction transaction, Alert alert, AlertOutcome outcome) {
        LOG.infof("alert %s: %s", alert.id(), outcome.getClass().getSimpleName());
        return switch (outcome) {
            case AlertOutcome.Sent() ->
                keep(
                        transaction,
                        "alert-sent",
                        alerts.settle(transaction.connection(), alert.id(), AlertState.SENT, null));
            case AlertOutcome.Failed(String reason) ->
                keep(
                        transaction,
                        "alert-failed",
                        alerts.settle(transaction.connection(), alert.id(), AlertState.FAILED, reason));
            case AlertOutcome.Unknown(String reason)
            when repeats(alert) ->
                alerts.later(transaction.connection(), alert.id(), reason).replaceWithVoid();
            case AlertOutcome.Unknown(String reason) ->
                keep(
                        transaction,
                        "alert-unknown",
                        alerts.settle(transaction.connection(), alert.id(), AlertState.UNKNOWN, reason));
            case AlertOutcome.Later(String reason) ->
                alerts.later(transaction.connection(), alert.id(), reason).replaceWithVoid();
        };
    }

    private Uni<Void> settleBundled(Transaction transaction, Alert alert) {
        return alert.kind() == AlertKind.CALL
                ? alerts.failBundled(transaction.connection(), alert.id())
                : Uni.createFrom().voidItem();
    }

    private boolean repeats(Alert alert) {
        AlertSender sender = senders.get(alert.kind());
        return sender != null && sender.mayRepeatUnknown();
    }

    /** What is about no report is in no case's timeline. */
    private Uni<Void> keep(Transaction transaction, String what, Uni<Optional<ReportId>> settled) {
        return settled.chain(report -> report.isEmpty()
                ? Uni.createFrom().voidItem()
                : audit.append(
                        transaction.connection(), AuditEntry.ofReport(report.get(), what, null, clock.instant())));
    }
}
