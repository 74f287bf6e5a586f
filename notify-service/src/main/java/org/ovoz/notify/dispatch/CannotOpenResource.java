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
import org.ovoz.notify.dispatch.climb.PassOn;
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.transaction.Transactions;

/** Saying that one cannot open a report: keys lost, words forgotten, a phone left behind. */
@Path("/api/v1/cases/{id}/cannot-open")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "dispatch")
public class CannotOpenResource {

    private final Transactions transactions;
    private final PassOn passOn;
    private final Cases cases;
    private final Callers callers;

    CannotOpenResource(Transactions transactions, PassOn passOn, Cases cases, Callers callers) {
        this.transactions = transactions;
        this.passOn = passOn;
        this.cases = cases;
        this.callers = callers;
    }

    @POST
    @Operation(summary = "Passes the report to whoever is next, at once; I am not asked again until I have opened it")
    @APIResponse(responseCode = "204", description = "passed on")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    public Uni<Response> cannotOpen(ReportId id) {
        return callers.current()
                .chain(caller -> transactions.commit(transaction -> cases.one(transaction.connection(), caller, id)
                        .chain(view -> {
                            if (view.isEmpty()) {
                                throw Problems.unknownReport();
                            }
                            return passOn.passOn(transaction, caller.id(), id);
                        })
                        .replaceWith(() -> Response.noContent().build())));
    }
}
