package org.ovoz.notify.referral;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.time.SqlTime;

/** The referrals of a case, the latest first. */
@ApplicationScoped
class Referrals {

    private static final String READ = """
            SELECT r.*, s.name, s.never_refer IS NOT NULL AS barred, p.handle
            FROM case_referral r JOIN service s ON s.id = r.service JOIN person p ON p.id = r.made_by
            WHERE r.report_id = $1 ORDER BY r.made_at DESC, r.id""";

    private final Pool pool;

    Referrals(Pool pool) {
        this.pool = pool;
    }

    Uni<List<ReferralView>> of(ReportId report) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(report.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Referrals::view)
                        .toList());
    }

    private static ReferralView view(Row row) {
        return new ReferralView(
                row.getUUID("id"),
                row.getString("kind"),
                row.getUUID("service"),
                row.getString("name"),
                row.getBoolean("barred"),
                row.getString("purpose"),
                row.getLocalDate("consented_on"),
                row.getString("handle"),
                SqlTime.instant(row, "made_at"),
                row.getString("outcome"),
                SqlTime.instant(row, "outcome_at"),
                row.getLocalDate("follow_up_on"));
    }
}
