package org.ovoz.notify.statistics;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Coded rows of reports whose people agreed to be counted. Nobody reads them here. */
@Path("/api/v1/statistics/rows/{id}")
@RolesAllowed(Roles.RESPONDER)
@Tag(name = "statistics")
public class StatisticsResource {

    private final KeepRow keepRow;
    private final Callers callers;

    StatisticsResource(KeepRow keepRow, Callers callers) {
        this.keepRow = keepRow;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary =
                    "Counts a report, under a random id that its sealed triage keeps; the same id again replaces the row")
    @APIResponse(responseCode = "204", description = "counted")
    @APIResponse(responseCode = "400", description = "bad-request: something else than the codes that a browser ticks")
    @APIResponse(responseCode = "404", description = "not-found: no id")
    @APIResponse(responseCode = "422", description = "bad-time: the month is still to come")
    public Uni<Response> keep(UUID id, @NotNull @Valid RowForm form) {
        return callers.current().chain(caller -> keepRow.keep(id, form)).map(kept -> {
            if (!kept) {
                throw Problems.of(422, "bad-time", "The month is still to come");
            }
            return Response.noContent().build();
        });
    }

    @DELETE
    @Operation(summary = "Takes a row back; also one that is not there")
    @APIResponse(responseCode = "204", description = "not counted any more")
    @APIResponse(responseCode = "404", description = "not-found: no id")
    public Uni<Response> takeBack(UUID id) {
        return callers.current()
                .chain(caller -> keepRow.takeBack(id))
                .replaceWith(() -> Response.noContent().build());
    }
}
