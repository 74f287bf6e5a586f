package org.ovoz.notify.shift.duty;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Who is on call for a team. */
@Path("/api/v1/on-call")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "shifts")
public class OnCallResource {

    private final ReadOnCall readOnCall;
    private final Callers callers;
    private final Clock clock;

    OnCallResource(ReadOnCall readOnCall, Callers callers, Clock clock) {
        this.readOnCall = readOnCall;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Who is on call for one of my teams now, until when, and who comes next")
    @APIResponse(responseCode = "400", description = "bad-request: no team is named")
    @APIResponse(responseCode = "404", description = "not-found: no such team of mine")
    @APIResponseSchema(OnCall.class)
    public Uni<OnCall> onCall(@QueryParam("team") @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String team) {
        return callers.current().chain(caller -> {
            TeamId id = new TeamId(team);
            if (!caller.teams().contains(id)) {
                throw Problems.notFound();
            }
            return readOnCall.read(List.of(id), clock.instant()).map(List::getFirst);
        });
    }
}
