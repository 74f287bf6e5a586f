package org.ovoz.notify.dispatch;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.dispatch.climb.AcknowledgeReport;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.transaction.Transactions;

/** Saying that one is at it. */
@Path("/api/v1/cases/{id}/acknowledge")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "dispatch")
public class AcknowledgeResource {

    private final Transactions transactions;
    private final AcknowledgeReport acknowledgeReport;
    private final Cases cases;
    private final Callers callers;

    AcknowledgeResource(Transactions transactions, AcknowledgeReport acknowledgeReport, Cases cases, Callers callers) {
        this.transactions = transactions;
        this.acknowledgeReport = acknowledgeReport;
        this.cases = cases;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Holds the alerts for this case up for a while; they go on unless it is read by then")
    @APIResponse(responseCode = "204", description = "taken, or nothing is under way any more")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    public Uni<Response> acknowledge(ReportId id) {
        return callers.current()
                .chain(caller -> transactions.commit(transaction -> cases.one(transaction.connection(), caller, id)
                        .chain(view -> {
                            if (view.isEmpty()) {
                                throw Problems.unknownReport();
                            }
                            return acknowledgeReport.acknowledge(transaction, id, caller.id(), null);
                        })
                        .replaceWith(() -> Response.noContent().build())));
    }
}
