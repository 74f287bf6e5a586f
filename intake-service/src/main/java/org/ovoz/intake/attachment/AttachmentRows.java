package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.intake.sealing.SealedItem;

/** An attachment's rows, and the few of its report that it needs. */
final class AttachmentRows {

    private static final String ITEM = "INSERT INTO item (id, report_id, kind, at, jwe) VALUES ($1, $2, $3, $4, $5)";

    private static final String CHUNK = "INSERT INTO item_chunk (item_id, idx, report_id, jwe) VALUES ($1, $2, $3, $4)";

    private static final String GRANT =
            "INSERT INTO item_grant (item_id, recipient, report_id, kid, jwe) VALUES ($1, $2, $3, $4, $5)";

    private static final String ADD =
            "INSERT INTO recipient (report_id, team, addressed_as) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private AttachmentRows() {}

    /** @param isRead whether everything that came was fetched, and the report still takes what comes */
    record Report(Channel channel, boolean isReadable, boolean isRead) {}

    /** Holds the report's row, as everybody does who changes something of it. */
    static Uni<Optional<Report>> lock(SqlClient transaction, ReportId id) {
        return transaction
                .preparedQuery("SELECT channel, state, unread_since FROM conversation WHERE id = $1 FOR UPDATE")
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(AttachmentRows::report));
    }

    static Uni<List<TeamId>> recipients(SqlClient transaction, ReportId id) {
        return transaction
                .preparedQuery("SELECT team FROM recipient WHERE report_id = $1 ORDER BY team")
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TeamId(row.getString("team")))
                        .toList());
    }

    static Uni<Void> add(SqlClient transaction, ReportId id, Addressed addressed) {
        String as = addressed.as().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(id.value(), addressed.team().value(), as))
                .replaceWithVoid();
    }

    static Uni<Void> insert(SqlClient transaction, ReportId report, SealedItem item, List<String> chunks) {
        List<Tuple> grants = item.grants().stream()
                .map(grant -> Tuple.of(item.id().value(), grant.recipient(), report.value(), grant.kid(), grant.jwe()))
                .toList();
        List<Tuple> parts = IntStream.range(0, chunks.size())
                .mapToObj(idx -> Tuple.of(item.id().value(), idx, report.value(), chunks.get(idx)))
                .toList();
        return transaction
                .preparedQuery(ITEM)
                .execute(Tuple.of(
                        item.id().value(),
                        report.value(),
                        item.kind().text(),
                        item.at().atOffset(ZoneOffset.UTC),
                        item.jwe()))
                .chain(() -> transaction.preparedQuery(GRANT).executeBatch(grants))
                .chain(() -> parts.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.preparedQuery(CHUNK).executeBatch(parts).replaceWithVoid());
    }

    static Uni<Void> unread(SqlClient transaction, ReportId id, Instant since) {
        return transaction
                .preparedQuery("UPDATE conversation SET unread_since = $2 WHERE id = $1")
                .execute(Tuple.of(id.value(), since.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Report report(Row row) {
        String state = row.getString("state");
        return new Report(
                Channel.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                !"shredded".equals(state),
                "open".equals(state) && row.getOffsetDateTime("unread_since") == null);
    }
}
