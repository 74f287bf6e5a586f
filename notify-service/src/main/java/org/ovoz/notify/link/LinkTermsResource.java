package org.ovoz.notify.link;

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
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** The marks of what a report says of its place. */
@Path("/api/v1/cases/{id}/link-terms")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "links")
public class LinkTermsResource {

    private final CompareReport compareReport;
    private final Callers callers;

    LinkTermsResource(CompareReport compareReport, Callers callers) {
        this.compareReport = compareReport;
        this.callers = callers;
    }

    @PUT
    @Operation(summary = "Keeps the marks of a report that I hold, and says which reports share some")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description =
                    "claim-needed: you do not hold the case; link-key-replaced: your organisation has another key by now")
    @APIResponseSchema(LinksView.class)
    public Uni<LinksView> compare(ReportId id, @NotNull @Valid MarksForm form) {
        return callers.current()
                .chain(caller -> compareReport.compare(caller, id, form))
                .map(outcome -> switch (outcome) {
                    case CompareOutcome.Compared(LinksView links) -> links;
                    case CompareOutcome.ClaimNeeded() ->
                        throw Problems.of(409, "claim-needed", "Claim the report first");
                    case CompareOutcome.KeyReplaced() ->
                        throw Problems.of(409, "link-key-replaced", "Your organisation has another key by now");
                    case CompareOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }
}
