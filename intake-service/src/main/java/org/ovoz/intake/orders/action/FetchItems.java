package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.keys.LineKeys;
import org.ovoz.intake.relaykey.RelayKeys;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.teams.KnownTeam;

/** Gives a team its sealed items and its grants, and whom to seal to next. From now on the report counts as read. */
@Singleton
public class FetchItems {

    private static final String ITEMS = """
            SELECT i.id, i.kind, i.at, i.jwe, g.jwe AS granted FROM item i JOIN item_grant g ON g.item_id = i.id AND g.recipient = $2
            WHERE i.report_id = $1 ORDER BY i.at, i.id""";

    private static final String SERVED =
            "UPDATE recipient SET served_at = coalesce(served_at, $3) WHERE report_id = $1 AND team = $2";

    private final Readers readers;
    private final RelayKeys relayKeys;
    private final LineKeys line;

    FetchItems(Readers readers, RelayKeys relayKeys, LineKeys line) {
        this.readers = readers;
        this.relayKeys = relayKeys;
        this.line = line;
    }

    public Uni<OrderAnswer> fetch(Work work) {
        return items(work)
                .call(() -> read(work))
                .chain(items -> ReachNow.of(work)
                        .chain(reach -> relayKeys
                                .record(work.transaction().connection())
                                .map(relay -> new OrderAnswer.Fetched(result(work.report(), reach, items, relay)))));
    }

    private FetchResult result(
            OrderedReport report, FetchResult.Reach reach, List<FetchResult.Item> items, String relay) {
        return new FetchResult(
                report.id(),
                report.isOpen() ? FetchResult.Status.OPEN : FetchResult.Status.CLOSED,
                report.contact().texts(),
                reach,
                report.times().proposedLink(),
                items,
                readers.of(report).stream().map(KnownTeam::jws).toList(),
                line.lineRecord(),
                relay);
    }

    private static Uni<List<FetchResult.Item>> items(Work work) {
        return work.transaction()
                .connection()
                .preparedQuery(ITEMS)
                .execute(
                        Tuple.of(work.report().id().value(), work.order().team().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> item(row, work.shredKey()))
                        .toList());
    }

    private static FetchResult.Item item(Row row, ShredKey key) {
        return new FetchResult.Item(
                new ItemId(row.getUUID("id")),
                ItemKind.of(row.getString("kind")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("jwe"),
                key.unwrap(row.getString("granted")));
    }

    private static Uni<Void> read(Work work) {
        var sql = work.transaction().connection();
        return sql.preparedQuery(
                        "UPDATE conversation SET unread_since = NULL WHERE id = $1 AND unread_since IS NOT NULL")
                .execute(Tuple.of(work.report().id().value()))
                .chain(() -> sql.preparedQuery(SERVED)
                        .execute(Tuple.of(
                                work.report().id().value(),
                                work.order().team().value(),
                                work.order().at().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
