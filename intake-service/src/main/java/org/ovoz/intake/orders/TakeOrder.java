package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.intake.orders.action.EraseReport;
import org.ovoz.intake.orders.action.Order;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.sealing.ShredKeys;
import org.ovoz.transport.transaction.Transactions;

/** Takes an order from its signature to its answer; one that comes again is answered as before. */
@Singleton
class TakeOrder {

    private static final String SAME_ID_MEANWHILE = "23505";

    private final VerifyOrder verifyOrder;
    private final AnswerOrder answerOrder;
    private final EraseReport eraseReport;
    private final ShredKeys shredKeys;
    private final Transactions transactions;
    private final Pool pool;

    TakeOrder(
            VerifyOrder verifyOrder,
            AnswerOrder answerOrder,
            EraseReport eraseReport,
            ShredKeys shredKeys,
            Transactions transactions,
            Pool pool) {
        this.verifyOrder = verifyOrder;
        this.answerOrder = answerOrder;
        this.eraseReport = eraseReport;
        this.shredKeys = shredKeys;
        this.transactions = transactions;
        this.pool = pool;
    }

    Uni<OrderAnswer> take(@Nullable String jws, byte[] body) {
        return switch (verifyOrder.verify(jws, body)) {
            case VerifyOrder.Verified.Bad(Refusal refusal) -> Uni.createFrom().item(OrderAnswer.refused(refusal));
            case VerifyOrder.Verified.Good(Order order) ->
                shredKey(order).chain(key -> answer(order, key)).call(answer -> finish(order, answer));
        };
    }

    /** Asked for before the transaction: it is in another cluster, and no lock is held meanwhile. */
    private Uni<Optional<ShredKey>> shredKey(Order order) {
        return pool.preparedQuery("SELECT shred_key FROM conversation WHERE id = $1")
                .execute(Tuple.of(order.report().value()))
                .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> shredKeys.find(row.getUUID("shred_key")))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<OrderAnswer> answer(Order order, Optional<ShredKey> key) {
        return transactions
                .commit(transaction -> answerOrder.answer(transaction, order, key))
                .onFailure(TakeOrder::isSameId)
                .recoverWithItem(OrderAnswer.refused(AnswerOrder.REUSED));
    }

    private Uni<Void> finish(Order order, OrderAnswer answer) {
        return order.action() == OrderAction.ERASE && answer.status() == 200
                ? eraseReport.finish(order.report())
                : Uni.createFrom().voidItem();
    }

    /** The same id for another report: those for one report stand in line. */
    private static boolean isSameId(Throwable fault) {
        return fault instanceof PgException refused && SAME_ID_MEANWHILE.equals(refused.getSqlState());
    }
}
