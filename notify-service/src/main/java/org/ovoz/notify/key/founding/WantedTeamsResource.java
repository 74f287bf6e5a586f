package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Teams that are wanted, for administrators. */
@Path("/api/v1/directory/foundings")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "keys")
public class WantedTeamsResource {

    private static final String ID = "[a-z][a-z0-9-]{1,39}";

    private final NameTeam nameTeam;
    private final ReadFoundings readFoundings;
    private final Callers callers;

    WantedTeamsResource(NameTeam nameTeam, ReadFoundings readFoundings, Callers callers) {
        this.nameTeam = nameTeam;
        this.readFoundings = readFoundings;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Teams that are wanted, and the first records that wait for the line's signature")
    @APIResponseSchema(Foundings.class)
    public Uni<Foundings> list() {
        return readFoundings.all().map(Foundings::new);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Names a team, what it is for, and who makes its first keys")
    @APIResponse(responseCode = "204", description = "named")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(responseCode = "409", description = "team-exists: there is a team of this id")
    @APIResponse(
            responseCode = "422",
            description = "founding-refused: unknown or suspended organisation, or the founder is none of its people")
    public Uni<Response> name(@Pattern(regexp = ID) String id, @NotNull @Valid WantedForm form) {
        return nameTeam.name(new TeamId(id), form, callers.login()).map(outcome -> switch (outcome) {
            case WantedOutcome.Named() -> Response.noContent().build();
            case WantedOutcome.Exists() -> throw Problems.of(409, "team-exists", "There is a team of this id");
            case WantedOutcome.Refused() ->
                throw Problems.of(422, "founding-refused", "Organisation and founder do not go together");
        });
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "The team is not wanted any more; keys that were made for it are void")
    @APIResponse(responseCode = "204", description = "gone")
    @APIResponse(responseCode = "404", description = "unknown-team: none of this id is wanted")
    public Uni<Response> drop(@Pattern(regexp = ID) String id) {
        return nameTeam.drop(new TeamId(id), callers.login()).map(dropped -> {
            if (!dropped) {
                throw Problems.of(404, "unknown-team", "No such team is wanted");
            }
            return Response.noContent().build();
        });
    }

    /** All of them. */
    public record Foundings(List<ReadFoundings.Founding> foundings) {}
}
