package org.ovoz.notify.shift.plan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Who does what every week, and what is different this week. Coordinators plan; responders see their own. */
@Path("/api/v1/shifts")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "shifts")
public class ShiftsResource {

    private final SavePattern savePattern;
    private final SaveException saveException;
    private final RemoveShift removeShift;
    private final ListShifts listShifts;
    private final Callers callers;

    ShiftsResource(
            SavePattern savePattern,
            SaveException saveException,
            RemoveShift removeShift,
            ListShifts listShifts,
            Callers callers) {
        this.savePattern = savePattern;
        this.saveException = saveException;
        this.removeShift = removeShift;
        this.listShifts = listShifts;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
    @Operation(summary = "The plan: for a coordinator the organisation's, for a responder the own")
    @APIResponseSchema(ListShifts.Shifts.class)
    public Uni<ListShifts.Shifts> list() {
        return callers.current().chain(listShifts::list);
    }

    @PUT
    @Path("/patterns/{id}")
    @Operation(summary = "Makes or changes a weekly pattern; the coming fortnight is laid out at once")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(responseCode = "422", description = "shift-refused: person or team is not of your organisation")
    public Uni<Response> savePattern(UUID id, @NotNull @Valid PatternForm form) {
        return callers.current()
                .chain(caller -> savePattern.save(caller, id, form))
                .map(ShiftsResource::kept);
    }

    @PUT
    @Path("/exceptions/{id}")
    @Operation(summary = "Makes or changes a date off or a stretch besides")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(responseCode = "422", description = "shift-refused: person or team is not of your organisation")
    public Uni<Response> saveException(UUID id, @NotNull @Valid ExceptionForm form) {
        return callers.current()
                .chain(caller -> saveException.save(caller, id, form))
                .map(ShiftsResource::kept);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Takes a pattern or an exception out of the plan")
    @APIResponse(responseCode = "204", description = "taken out")
    @APIResponse(responseCode = "404", description = "not-found: your organisation has none of this id")
    public Uni<Response> remove(UUID id) {
        return callers.current().chain(caller -> removeShift.remove(caller, id)).map(removed -> {
            if (!removed) {
                throw Problems.notFound();
            }
            return Response.noContent().build();
        });
    }

    private static Response kept(boolean saved) {
        if (!saved) {
            throw Problems.of(422, "shift-refused", "The person or the team is not of your organisation");
        }
        return Response.noContent().build();
    }
}
