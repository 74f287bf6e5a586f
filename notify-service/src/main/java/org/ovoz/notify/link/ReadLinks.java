package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;

/** How a report that the caller sees stands to others. */
@ApplicationScoped
class ReadLinks {

    private final Pool pool;
    private final Verdicts verdicts;
    private final ProposeLinks proposeLinks;

    ReadLinks(Pool pool, Verdicts verdicts, ProposeLinks proposeLinks) {
        this.pool = pool;
        this.verdicts = verdicts;
        this.proposeLinks = proposeLinks;
    }

    Uni<LinksView> of(Caller caller, ReportId report) {
        return of(pool, caller, report, List.of());
    }

    /** As seen by the transaction under way; earlier marks are asked with, too. */
    Uni<LinksView> of(SqlClient connection, Caller caller, ReportId report, List<MarksForm.Earlier> earlier) {
        return verdicts.of(connection, caller, report, Verdict.SAME)
                .chain(same -> verdicts.of(connection, caller, report, Verdict.DIFFERENT)
                        .chain(different -> proposeLinks
                                .of(connection, caller, report, earlier)
                                .map(proposed -> new LinksView(same, different, proposed))));
    }
}
