package org.ovoz.intake.orders.recipient;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.intake.sealing.ShredKey;

/** Recipients and their grants. The report's row is held by the transaction: nothing comes in meanwhile. */
final class RecipientRows {

    private static final String OPENED_BY = "SELECT item_id FROM item_grant WHERE report_id = $1 AND recipient = $2";

    /** A grant that the team can open is not replaced by one that nobody but the team can judge. */
    private static final String GRANT = """
            INSERT INTO item_grant AS g (item_id, recipient, report_id, kid, jwe) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (item_id, recipient) DO UPDATE SET kid = excluded.kid, jwe = excluded.jwe WHERE g.kid <> excluded.kid""";

    private static final String ADD = """
            INSERT INTO recipient (report_id, team, addressed_as) VALUES ($1, $2, 'responsible')
            ON CONFLICT (report_id, team) DO UPDATE SET addressed_as = 'responsible'""";

    /** Its grants stay: whatever went wrong on the other side, letting it in again makes the report readable. */
    private static final String DROP = "DELETE FROM recipient WHERE report_id = $1 AND team = $2";

    private RecipientRows() {}

    static Uni<Set<UUID>> openedBy(SqlClient transaction, ReportId report, TeamId team) {
        return transaction
                .preparedQuery(OPENED_BY)
                .execute(Tuple.of(report.value(), team.value()))
                .map(rows -> {
                    Set<UUID> items = new HashSet<>();
                    rows.forEach(row -> items.add(row.getUUID("item_id")));
                    return items;
                });
    }

    static Uni<Void> grant(SqlClient transaction, ReportId report, OrderBody.Grant grant, ShredKey key) {
        List<Tuple> rows = grant.items().stream()
                .map(item -> Tuple.of(
                        item.id().value(), grant.team().value(), report.value(), grant.kid(), key.wrap(item.jwe())))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(GRANT).executeBatch(rows).replaceWithVoid();
    }

    static Uni<Void> add(SqlClient transaction, ReportId report, TeamId team) {
        return change(transaction, ADD, report, team);
    }

    static Uni<Void> drop(SqlClient transaction, ReportId report, TeamId team) {
        return change(transaction, DROP, report, team);
    }

    private static Uni<Void> change(SqlClient transaction, String sql, ReportId report, TeamId team) {
        return transaction
                .preparedQuery(sql)
                .execute(Tuple.of(report.value(), team.value()))
                .replaceWithVoid();
    }
}
