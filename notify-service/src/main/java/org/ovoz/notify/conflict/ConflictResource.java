package org.ovoz.notify.conflict;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** A conflict of interest in one case. */
@Path("/api/v1/cases/{id}/conflict")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "conflicts")
public class ConflictResource {

    private final DeclareConflict declareConflict;
    private final LiftConflict liftConflict;
    private final Callers callers;

    ConflictResource(DeclareConflict declareConflict, LiftConflict liftConflict, Callers callers) {
        this.declareConflict = declareConflict;
        this.liftConflict = liftConflict;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary = "This case is not for me: hides it from me everywhere and lets my claim go",
            description = "The reason is shown to coordinators of my organisation only")
    @APIResponse(responseCode = "204", description = "declared; for me the case is not there any more")
    @APIResponse(responseCode = "400", description = "bad-request: no such reason")
    @APIResponse(responseCode = "404", description = "unknown-report: not there, or not yours")
    public Uni<Response> declare(ReportId id, @NotNull @Valid Declaration declaration) {
        return callers.current()
                .chain(caller -> declareConflict.declare(caller, id, declaration.reason()))
                .map(declared -> {
                    if (!declared) {
                        throw Problems.unknownReport();
                    }
                    return Response.noContent().build();
                });
    }

    @POST
    @Path("/{handle}/lift")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(summary = "Shows the case to somebody of my organisation again, who declared a conflict")
    @APIResponse(responseCode = "204", description = "lifted")
    @APIResponse(responseCode = "403", description = "your-own: another coordinator has to decide")
    @APIResponse(responseCode = "404", description = "not-found: no such conflict for you")
    public Uni<Response> lift(ReportId id, String handle) {
        return callers.current()
                .chain(caller -> liftConflict.lift(caller, id, handle))
                .map(outcome -> switch (outcome) {
                    case LiftOutcome.Lifted() -> Response.noContent().build();
                    case LiftOutcome.YourOwn() ->
                        throw Problems.of(403, "your-own", "Another coordinator has to decide");
                    case LiftOutcome.NotThere() -> throw Problems.notFound();
                });
    }

    /** Why. */
    public record Declaration(@NotNull ConflictReason reason) {}
}
