package org.ovoz.notify.link;

import io.vertx.mutiny.sqlclient.Row;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;

/**
 * Another report, as far as it is shown before somebody opens it.
 *
 * @param month in which it came
 */
public record OtherReport(ReportId id, String shortId, String month, String region) {

    /** What of {@code report_case c} it is read from. */
    static final String COLUMNS = "c.id, c.short_id, c.received_at, c.region";

    static OtherReport of(Row row) {
        YearMonth month = YearMonth.from(SqlTime.instant(row, "received_at").atOffset(ZoneOffset.UTC));
        return new OtherReport(
                new ReportId(row.getUUID("id")), row.getString("short_id"), month.toString(), row.getString("region"));
    }
}
