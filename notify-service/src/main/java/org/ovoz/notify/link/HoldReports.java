package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Caller;

/** Takes hold of reports until the end of the transaction, so that one that is erased meanwhile is erased afterwards. */
@ApplicationScoped
class HoldReports {

    private static final String HOLD =
            "SELECT shredded_at FROM report_case WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE";

    private final Cases cases;

    HoldReports(Cases cases) {
        this.cases = cases;
    }

    /** The report as the caller sees it; empty when the caller does not, and when it was erased. */
    Uni<Optional<CaseView>> one(SqlClient transaction, Caller caller, ReportId report) {
        return areThere(transaction, report)
                .chain(there -> there
                        ? cases.one(transaction, caller, report)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Whether the caller sees both and neither was erased. */
    Uni<Boolean> both(SqlClient transaction, Caller caller, ReportId report, ReportId other) {
        return areThere(transaction, report, other)
                .chain(there -> there
                        ? cases.one(transaction, caller, report)
                                .chain(first -> cases.one(transaction, caller, other)
                                        .map(second -> first.isPresent() && second.isPresent()))
                        : Uni.createFrom().item(false));
    }

    private static Uni<Boolean> areThere(SqlClient transaction, ReportId... reports) {
        UUID[] ids = Arrays.stream(reports).map(ReportId::value).toArray(UUID[]::new);
        return transaction.preparedQuery(HOLD).execute(Tuple.of(ids)).map(rows -> {
            int there = 0;
            for (var row : rows) {
                there += row.getValue("shredded_at") == null ? 1 : 0;
            }
            return there == reports.length;
        });
    }
}
