package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.key.Container;
import org.ovoz.notify.problem.Problems;

/** One who holds a team's keys proposes new ones. */
@Path("/api/v1/teams/{team}/proposal")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class ProposeKeysResource {

    private final Proposals proposals;
    private final Callers callers;

    ProposeKeysResource(Proposals proposals, Callers callers) {
        this.proposals = proposals;
        this.callers = callers;
    }

    @PUT
    @Consumes("application/jose")
    @Operation(summary = "Puts a team's next record, with new keys, before the administrators")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept, in place of the one before")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine")
    @APIResponse(
            responseCode = "422",
            description = "proposal-refused: no record of this team, signed with its order key of today")
    public Uni<Response> propose(
            TeamId team, @NotNull @Size(max = Container.LONGEST) @Pattern(regexp = Container.JWS) String jws) {
        return callers.current()
                .chain(caller -> {
                    if (!caller.teams().contains(team)) {
                        throw Problems.notFound();
                    }
                    return proposals.propose(caller, team, jws);
                })
                .map(kept -> {
                    if (!kept) {
                        throw Problems.of(422, "proposal-refused", "No holder of the team's keys has signed this");
                    }
                    return Response.noContent().build();
                });
    }
}
