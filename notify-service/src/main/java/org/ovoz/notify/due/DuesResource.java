package org.ovoz.notify.due;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** What of a case is due: its holder says so and ticks it off, the team sees it. */
@Path("/api/v1/cases/{id}/dues")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "dues")
public class DuesResource {

    private final Cases cases;
    private final Dues dues;
    private final SetDues setDues;
    private final TickOff tickOff;
    private final Callers callers;

    DuesResource(Cases cases, Dues dues, SetDues setDues, TickOff tickOff, Callers callers) {
        this.cases = cases;
        this.dues = dues;
        this.setDues = setDues;
        this.tickOff = tickOff;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
    @Operation(summary = "What is due, or was and is not ticked off; the earliest first")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponseSchema(Open.class)
    public Uni<Open> list(ReportId id) {
        return callers.current()
                .chain(caller -> cases.one(caller, id))
                .map(view -> view.orElseThrow(Problems::unknownReport))
                .chain(() -> dues.openOf(id))
                .map(Open::new);
    }

    @PUT
    @Operation(summary = "Says when the next of some kinds is due; of a kind without a time, nothing is any more")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first")
    @APIResponse(responseCode = "422", description = "bad-time: more than ten years away")
    public Uni<Response> set(ReportId id, @NotNull @Valid DuesForm form) {
        return callers.current().chain(caller -> setDues.set(caller, id, form)).map(outcome -> switch (outcome) {
            case SetOutcome.Kept() -> Response.noContent().build();
            case SetOutcome.BadTime() -> throw Problems.of(422, "bad-time", "The time is too far away");
            case SetOutcome.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
            case SetOutcome.NotYours() -> throw Problems.unknownReport();
        });
    }

    @POST
    @Path("/done")
    @Operation(summary = "Ticks off what was due at a time")
    @APIResponse(responseCode = "204", description = "ticked off")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    @APIResponse(responseCode = "409", description = "claim-needed: claim the report first; not-due: it was moved")
    public Uni<Response> done(ReportId id, @NotNull @Valid Done done) {
        return callers.current()
                .chain(caller -> tickOff.tick(caller, id, done.kind(), done.at()))
                .map(outcome -> switch (outcome) {
                    case TickOutcome.Ticked() -> Response.noContent().build();
                    case TickOutcome.NotDue() -> throw Problems.of(409, "not-due", "It is not due at that time");
                    case TickOutcome.ClaimNeeded() -> throw Problems.of(409, "claim-needed", "Claim the report first");
                    case TickOutcome.NotYours() -> throw Problems.unknownReport();
                });
    }

    /** What was done. */
    public record Done(@NotNull DueKind kind, @NotNull Instant at) {}

    /** What is open. */
    public record Open(List<DueView> dues) {}
}
