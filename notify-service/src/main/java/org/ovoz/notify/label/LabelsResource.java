package org.ovoz.notify.label;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
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

/** Danger and child, corrected by whoever has read the report. */
@Path("/api/v1/cases/{id}/labels")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "cases")
public class LabelsResource {

    private final CorrectLabels correctLabels;
    private final Callers callers;

    LabelsResource(CorrectLabels correctLabels, Callers callers) {
        this.correctLabels = correctLabels;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary = "Says whether somebody is in danger and a child is affected; without an answer, as intake told")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> correct(ReportId id, @NotNull @Valid LabelsForm form) {
        return callers.current()
                .chain(caller -> correctLabels.correct(caller, id, form))
                .map(outcome -> switch (outcome) {
                    case LabelsOutcome.Corrected(CaseView view) -> view;
                    case LabelsOutcome.ClaimNeeded() ->
                        throw Problems.of(409, "claim-needed", "Claim the report first");
                    case LabelsOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }
}
