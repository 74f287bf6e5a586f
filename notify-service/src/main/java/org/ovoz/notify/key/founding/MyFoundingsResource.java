package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Teams whose first keys I am asked to make. */
@Path("/api/v1/me/foundings")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class MyFoundingsResource {

    private final FoundTeam foundTeam;
    private final ReadFoundings readFoundings;
    private final Callers callers;

    MyFoundingsResource(FoundTeam foundTeam, ReadFoundings readFoundings, Callers callers) {
        this.foundTeam = foundTeam;
        this.readFoundings = readFoundings;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Teams whose first keys I am asked to make, until the line has signed them")
    @APIResponseSchema(MyFoundings.class)
    public Uni<MyFoundings> list() {
        return callers.current().chain(readFoundings::of).map(MyFoundings::new);
    }

    @PUT
    @Path("/{team}")
    @Operation(summary = "Puts a team's first record before the administrators; its keys are kept for me")
    @APIResponse(responseCode = "204", description = "kept, in place of the one before")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "not-found: no team that I am asked to found")
    @APIResponse(responseCode = "409", description = "key-changed: I have another key by now")
    @APIResponse(
            responseCode = "422",
            description =
                    "proposal-refused: not signed with the order key that it names, or says something else than was named")
    public Uni<Response> found(TeamId team, @NotNull @Valid FirstKeysForm form) {
        return callers.current()
                .chain(caller -> foundTeam.found(caller, team, form))
                .map(outcome -> switch (outcome) {
                    case FoundOutcome.Proposed() -> Response.noContent().build();
                    case FoundOutcome.NotYours() -> throw Problems.notFound();
                    case FoundOutcome.KeyChanged() ->
                        throw Problems.of(409, "key-changed", "You have another key by now");
                    case FoundOutcome.Refused() ->
                        throw Problems.of(
                                422, "proposal-refused", "This is no first record of the team that was named");
                });
    }

    /** All of mine. */
    public record MyFoundings(List<ReadFoundings.Founding> foundings) {}
}
