package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.intake.orders.action.Order;
import org.ovoz.intake.orders.action.OrderAnswer;

/** The orders that were taken, with their signatures: intake's audit, and the memory that gives the same order the same answer. */
final class OrderRows {

    private static final String INSERT = """
            INSERT INTO order_taken (jti, report_id, team, action, body_hash, jws, status, outcome, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    private OrderRows() {}

    /** @param outcome absent where something was fetched: it is not kept */
    record Taken(
            UUID report,
            String team,
            String action,
            String bodyHash,
            int status,
            @Nullable String outcome,
            Instant at) {

        boolean isSame(Order order) {
            return report.equals(order.report().value())
                    && team.equals(order.team().value())
                    && action.equals(word(order.action()))
                    && bodyHash.equals(order.claims().bh());
        }
    }

    static Uni<Optional<Taken>> find(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(
                        "SELECT report_id, team, action, body_hash, status, outcome, at FROM order_taken WHERE jti = $1")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(OrderRows::taken));
    }

    static Uni<Void> insert(SqlClient transaction, Order order, OrderAnswer answer) {
        boolean isContent = answer instanceof OrderAnswer.Fetched || answer instanceof OrderAnswer.Opened;
        @Nullable String outcome = isContent ? null : answer.json();
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(order.id())
                        .addUUID(order.report().value())
                        .addString(order.team().value())
                        .addString(word(order.action()))
                        .addString(order.claims().bh())
                        .addString(order.jws())
                        .addInteger(answer.status())
                        .addString(outcome)
                        .addOffsetDateTime(order.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static String word(OrderAction action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static Taken taken(Row row) {
        return new Taken(
                row.getUUID("report_id"),
                row.getString("team"),
                row.getString("action"),
                row.getString("body_hash"),
                row.getInteger("status"),
                row.getString("outcome"),
                row.getOffsetDateTime("at").toInstant());
    }
}
