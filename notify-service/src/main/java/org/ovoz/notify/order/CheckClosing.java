package org.ovoz.notify.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.notify.cases.change.ClosingReason;

/**
 * Closing needs a reason, and silence is never a prank: whoever calls a report one, or abuse, has read all of it, and the last word is the
 * reporter's. Who falls silent after an answer may have been found with the phone.
 */
@ApplicationScoped
class CheckClosing {

    private static final String READ = """
            SELECT c.first_opened_at IS NULL OR c.read_by IS NOT NULL AS unread,
                EXISTS (SELECT 1 FROM case_reply r WHERE r.report_id = c.id AND r.fate NOT IN ('refused', 'failed', 'scheduled', 'withdrawn')
                    AND coalesce(r.accepted_at >= c.last_wrote_at, true)) AS silent
            FROM report_case c WHERE c.id = $1""";

    Uni<OrderCheck> check(SqlClient transaction, OrderClaims claims, @Nullable String word) {
        ClosingReason reason = ClosingReason.of(word == null ? "" : word).orElse(null);
        if (reason == null) {
            return Uni.createFrom().item(new OrderCheck.ReasonNeeded());
        }
        return reason.accuses()
                ? transaction
                        .preparedQuery(READ)
                        .execute(Tuple.of(claims.rid().value()))
                        .map(rows -> check(rows.iterator().next(), claims, reason))
                : Uni.createFrom().item(new OrderCheck.Passes(claims, reason));
    }

    private static OrderCheck check(Row row, OrderClaims claims, ClosingReason reason) {
        if (row.getBoolean("unread")) {
            return new OrderCheck.UnreadIsNoPrank();
        }
        return row.getBoolean("silent") ? new OrderCheck.SilenceIsNoPrank() : new OrderCheck.Passes(claims, reason);
    }
}
