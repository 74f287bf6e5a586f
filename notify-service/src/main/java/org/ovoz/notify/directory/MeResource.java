package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;

/** Who the desk thinks is calling. */
@Path("/api/v1/me")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN, Roles.AUDITOR})
@Tag(name = "me")
public class MeResource {

    private final Callers callers;

    MeResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Who I am here, and which teams I see")
    public Uni<Me> me() {
        return callers.current().map(MeResource::toMe);
    }

    private static Me toMe(Caller caller) {
        return new Me(
                caller.id(),
                caller.handle(),
                caller.organisation(),
                caller.roles(),
                caller.teams().stream()
                        .map(team -> new MyTeam(team, team.value(), caller.organisation()))
                        .toList());
    }

    /** The person of the token. */
    public record Me(PersonId id, String handle, OrganisationId organisation, Set<String> roles, List<MyTeam> teams) {}

    /** A team whose reports the person sees. */
    public record MyTeam(TeamId id, String label, OrganisationId organisation) {}
}
