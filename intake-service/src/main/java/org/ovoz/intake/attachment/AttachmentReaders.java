package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.intake.routing.RouteReport;
import org.ovoz.intake.sealing.RecipientKey;
import org.ovoz.intake.teams.Teams;

/** Who is to read it: the report's recipients of this moment, or whoever stands in where all of them are suspended. */
@Singleton
class AttachmentReaders {

    private final Teams teams;
    private final RouteReport routeReport;

    AttachmentReaders(Teams teams, RouteReport routeReport) {
        this.teams = teams;
        this.routeReport = routeReport;
    }

    /** The report's row is held by the transaction. */
    Uni<List<RecipientKey>> of(SqlClient transaction, ReportId report) {
        return AttachmentRows.recipients(transaction, report)
                .map(readers -> teams.now().keysOf(readers))
                .chain(keys -> keys.isEmpty()
                        ? standIn(transaction, report)
                        : Uni.createFrom().item(keys));
    }

    private Uni<List<RecipientKey>> standIn(SqlClient transaction, ReportId report) {
        List<Addressed> addressed = routeReport.standIn().addressed();
        return Multi.createFrom()
                .iterable(addressed)
                .onItem()
                .transformToUniAndConcatenate(one -> AttachmentRows.add(transaction, report, one))
                .collect()
                .last()
                .replaceWith(() -> teams.now()
                        .keysOf(addressed.stream().map(Addressed::team).toList()));
    }
}
