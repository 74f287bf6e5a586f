package org.ovoz.notify.language;

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

/** The language and region of a report, corrected by whoever has read it. */
@Path("/api/v1/cases/{id}/language")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "handover")
public class LanguageResource {

    private final CorrectLanguage correctLanguage;
    private final Callers callers;

    LanguageResource(CorrectLanguage correctLanguage, Callers callers) {
        this.correctLanguage = correctLanguage;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary = "Says what it really is; passed on, it waits for somebody who reads that, and they are alerted")
    @APIResponse(responseCode = "400", description = "bad-request: no language or region code")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first")
    @APIResponseSchema(CaseView.class)
    public Uni<CaseView> correct(ReportId id, @NotNull @Valid LanguageForm form) {
        return callers.current()
                .chain(caller -> correctLanguage.correct(caller, id, form))
                .map(outcome -> switch (outcome) {
                    case CorrectOutcome.Corrected(CaseView view) -> view;
                    case CorrectOutcome.ClaimNeeded() ->
                        throw Problems.of(409, "claim-needed", "Claim the report first");
                    case CorrectOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }
}
