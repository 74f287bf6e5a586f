package org.ovoz.notify.claim;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Taking a report from whoever holds it. */
@Path("/api/v1/cases/{id}/take-over")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "claims")
public class TakeOverResource {

    private final TakeOverClaim takeOverClaim;
    private final Callers callers;

    TakeOverResource(TakeOverClaim takeOverClaim, Callers callers) {
        this.takeOverClaim = takeOverClaim;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary =
                    "Takes the case from its holder, for me or back into the queue; the reason is shown in the timeline")
    @APIResponse(responseCode = "400", description = "bad-request: no such reason")
    @APIResponse(
            responseCode = "403",
            description = "other-organisation: the holder's coordinators decide; no-responder: you answer no reports")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "holder-changed: somebody else holds it by now, or nobody")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> takeOver(ReportId id, @NotNull @Valid TakeOver wish) {
        return callers.current()
                .chain(caller -> takeOverClaim.takeOver(caller, id, wish))
                .map(outcome -> switch (outcome) {
                    case TakeOverOutcome.TakenOver(CaseView view) -> view;
                    case TakeOverOutcome.HolderChanged() ->
                        throw Problems.of(409, "holder-changed", "Somebody else holds this report by now, or nobody");
                    case TakeOverOutcome.OtherOrganisation() ->
                        throw Problems.of(403, "other-organisation", "The holder's own coordinators decide");
                    case TakeOverOutcome.NoResponder() ->
                        throw Problems.of(403, "no-responder", "You answer no reports; it can go back into the queue");
                    case TakeOverOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }
}
