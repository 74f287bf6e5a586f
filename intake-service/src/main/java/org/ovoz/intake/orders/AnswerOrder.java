package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.audit.AuditLog;
import org.ovoz.intake.orders.action.Order;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;
import org.ovoz.transport.transaction.Transaction;

/** An order in its transaction: known already, refused, or done and kept with its signature. */
@Singleton
class AnswerOrder {

    static final Refusal REUSED = Refusal.of(409, "jti-reused", "The order's id was used for another one");
    private static final Refusal EXPIRED = Refusal.of(409, "order-expired", "The order was answered too long ago");
    private static final Refusal SHREDDED = Refusal.of(410, "shredded", "The report does not exist any more");
    private static final Set<String> GATE = Set.of("reply-refused", "contract-refused");

    private final ExecuteOrder executeOrder;
    private final OrderConfig config;
    private final OverdueConfig overdue;
    private final Teams teams;

    AnswerOrder(ExecuteOrder executeOrder, OrderConfig config, OverdueConfig overdue, Teams teams) {
        this.executeOrder = executeOrder;
        this.config = config;
        this.overdue = overdue;
        this.teams = teams;
    }

    Uni<OrderAnswer> answer(Transaction transaction, Order order, Optional<ShredKey> key) {
        return OrderedReports.lock(transaction.connection(), order.report())
                .chain(found -> OrderRows.find(transaction.connection(), order.id())
                        .chain(known -> found.isEmpty()
                                ? refuse(Refusal.unknownReport())
                                : answer(transaction, order, found.get(), key, known)));
    }

    private Uni<OrderAnswer> answer(
            Transaction transaction,
            Order order,
            OrderedReport report,
            Optional<ShredKey> key,
            Optional<OrderRows.Taken> known) {
        if (known.isPresent() && !known.get().isSame(order)) {
            return refuse(REUSED);
        }
        if (known.isPresent() && known.get().outcome() != null) {
            return Uni.createFrom()
                    .item(new OrderAnswer.Stored(
                            known.get().status(), known.get().outcome()));
        }
        if (known.isPresent() && order.at().isAfter(known.get().at().plus(config.fetchRepeatable()))) {
            return refuse(EXPIRED);
        }
        Optional<Refusal> refused =
                ReaderRules.refuse(report, order.team(), order.at(), overdue.overdueAfter(), this::isSuspended);
        if (refused.isPresent()) {
            return refuse(refused.get());
        }
        if (report.state() == OrderedReport.State.SHREDDED || key.isEmpty()) {
            return refuse(SHREDDED);
        }
        return executeOrder
                .execute(new Work(transaction, order, report, key.get()))
                .call(answer -> known.isEmpty() && isKept(answer)
                        ? OrderRows.insert(transaction.connection(), order, answer)
                        : Uni.createFrom().voidItem())
                .call(answer -> isKept(answer)
                        ? audit(transaction, order, answer)
                        : Uni.createFrom().voidItem());
    }

    /** One that is not known any more is not taken for suspended. */
    private boolean isSuspended(TeamId team) {
        return teams.now().find(team).filter(KnownTeam::suspended).isPresent();
    }

    /** What was done, and what the gate refused: the order is kept as its proof. */
    private static boolean isKept(OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.Done done -> true;
            case OrderAnswer.Fetched fetched -> true;
            case OrderAnswer.Opened opened -> true;
            case OrderAnswer.Stored stored -> false;
            case OrderAnswer.Refused(Refusal refusal) -> GATE.stream().anyMatch(refusal.type()::endsWith);
        };
    }

    private static Uni<Void> audit(Transaction transaction, Order order, OrderAnswer answer) {
        String what = order.action().name().toLowerCase(Locale.ROOT);
        String action = answer.status() == 200 ? "order-" + what : "order-" + what + "-refused";
        return AuditLog.append(
                transaction.connection(),
                new AuditLog.Entry(order.at(), order.report(), "team:" + order.team(), action, order.id()));
    }

    private static Uni<OrderAnswer> refuse(Refusal refusal) {
        return Uni.createFrom().item(OrderAnswer.refused(refusal));
    }
}
