package org.ovoz.notify.directory.team;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.directory.hours.WeeklyHours;
import org.ovoz.notify.problem.Problems;

/** When a team works, for administrators. */
@Path("/api/v1/directory/teams/{id}/hours")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class TeamHoursResource {

    private final SaveHours saveHours;
    private final ReadHours readHours;
    private final Callers callers;

    TeamHoursResource(SaveHours saveHours, ReadHours readHours, Callers callers) {
        this.saveHours = saveHours;
        this.readHours = readHours;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "When a team works; without weekly hours always")
    @APIResponse(responseCode = "404", description = "unknown-team: no such team")
    @APIResponseSchema(ReadHours.Kept.class)
    public Uni<ReadHours.Kept> read(@Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String id) {
        return readHours
                .of(new TeamId(id))
                .map(kept -> kept.orElseThrow(() -> Problems.of(404, "unknown-team", "No such team")));
    }

    @PUT
    @Operation(summary = "Says when a team works, in its zone; no weekly hours mean always")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one, or the zone is none")
    @APIResponse(responseCode = "404", description = "unknown-team: no such team")
    @APIResponse(responseCode = "422", description = "hours-clash: two of the week's hours overlap")
    public Uni<Response> save(@Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String id, @NotNull @Valid TeamHours hours) {
        if (WeeklyHours.clash(hours.weekly())) {
            throw Problems.of(422, "hours-clash", "Two of the week's hours overlap");
        }
        return saveHours.save(new TeamId(id), hours, callers.login()).map(known -> {
            if (!known) {
                throw Problems.of(404, "unknown-team", "No such team");
            }
            return Response.noContent().build();
        });
    }
}
