package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.orders.action.OrderedReport;

/** Reads the report of an order and holds its row, so that orders and messages about it stand in line. */
final class OrderedReports {

    private static final String LOCK =
            "SELECT state, texts, contact, terms, unread_since, proposed_link, shred_key FROM conversation WHERE id = $1 FOR UPDATE";

    private static final String READERS =
            "SELECT team, addressed_as, served_at FROM recipient WHERE report_id = $1 ORDER BY team";

    private OrderedReports() {}

    static Uni<Optional<OrderedReport>> lock(SqlClient transaction, ReportId id) {
        Tuple report = Tuple.of(id.value());
        return transaction
                .preparedQuery(LOCK)
                .execute(report)
                .chain(found -> transaction
                        .preparedQuery(READERS)
                        .execute(report)
                        .map(readers -> StreamSupport.stream(found.spliterator(), false)
                                .findFirst()
                                .map(row -> report(id, row, readers(readers)))));
    }

    private static List<OrderedReport.Reader> readers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new OrderedReport.Reader(
                        new TeamId(row.getString("team")),
                        AddressedAs.valueOf(
                                row.getString("addressed_as").replace('-', '_').toUpperCase(Locale.ROOT)),
                        instant(row, "served_at")))
                .toList();
    }

    private static OrderedReport report(ReportId id, Row row, List<OrderedReport.Reader> readers) {
        UUID link = row.getUUID("proposed_link");
        return new OrderedReport(
                id,
                OrderedReport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                SafeContact.of(row.getString("texts"), row.getString("contact"), row.getString("terms")),
                new OrderedReport.Times(instant(row, "unread_since"), link == null ? null : new ReportId(link)),
                row.getUUID("shred_key"),
                readers);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
