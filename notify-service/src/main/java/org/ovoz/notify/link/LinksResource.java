package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Which other reports of my organisation are of the same place, as people said. */
@Path("/api/v1/cases/{id}/links")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "links")
public class LinksResource {

    private final Cases cases;
    private final ReadLinks readLinks;
    private final SayOfReports sayOfReports;
    private final Callers callers;

    LinksResource(Cases cases, ReadLinks readLinks, SayOfReports sayOfReports, Callers callers) {
        this.cases = cases;
        this.readLinks = readLinks;
        this.sayOfReports = sayOfReports;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Reports that are linked with this one, those said not to be, and those that share terms")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(LinksView.class)
    public Uni<LinksView> read(ReportId id) {
        return callers.current()
                .chain(caller -> cases.one(caller, id)
                        .map(view -> view.orElseThrow(Problems::unknownReport))
                        .chain(() -> readLinks.of(caller, id)));
    }

    @PUT
    @Path("/{other}")
    @Operation(summary = "Says whether two reports are of one place; merges nothing")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: no such word")
    @APIResponse(responseCode = "404", description = "unknown-report: one of them is not there, or not yours")
    @APIResponse(
            responseCode = "409",
            description =
                    "said-otherwise: somebody said the opposite, which is ended first; same-report: it is one report")
    public Uni<Response> say(ReportId id, ReportId other, @NotNull @Valid Word word) {
        return callers.current()
                .chain(caller -> sayOfReports.say(caller, id, other, word.verdict()))
                .map(outcome -> switch (outcome) {
                    case SayOutcome.Said() -> Response.noContent().build();
                    case SayOutcome.SaidOtherwise() ->
                        throw Problems.of(409, "said-otherwise", "Somebody has said the opposite");
                    case SayOutcome.Itself() -> throw Problems.of(409, "same-report", "It is one report");
                    case SayOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    @DELETE
    @Path("/{other}")
    @Operation(summary = "Takes back what was said of two reports")
    @APIResponse(responseCode = "204", description = "ended")
    @APIResponse(responseCode = "404", description = "unknown-report: one is not yours, or nothing was said of them")
    public Uni<Response> end(ReportId id, ReportId other) {
        return callers.current()
                .chain(caller -> sayOfReports.end(caller, id, other))
                .map(ended -> {
                    if (!ended) {
                        throw Problems.unknownReport();
                    }
                    return Response.noContent().build();
                });
    }

    /** What somebody says of the two. */
    public record Word(@NotNull Verdict verdict) {}
}
