package org.ovoz.notify.directory;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.desk.PersonId;

/** Who the desk thinks is calling. */
@Path("/api/v1/me")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN, Roles.AUDITOR})
@Tag(name = "me")
public class MeResource {

    private final SecurityIdentity identity;
    private final Callers callers;

    MeResource(SecurityIdentity identity, Callers callers) {
        this.identity = identity;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Who I am here, and which teams I see")
    public Uni<Me> me() {
        return callers.known()
                .chain(caller -> caller.isEmpty() && mayBeOutside()
                        ? Uni.createFrom().item(this::outsider)
                        : callers.current().map(MeResource::toMe));
    }

    /** Administrators and auditors need not be in the directory: it is empty when a line is set up. */
    private boolean mayBeOutside() {
        return (identity.hasRole(Roles.ADMIN) || identity.hasRole(Roles.AUDITOR))
                && !identity.hasRole(Roles.RESPONDER)
                && !identity.hasRole(Roles.COORDINATOR);
    }

    private Me outsider() {
        Set<String> roles = Set.of(Roles.among(identity.getRoles()));
        Object name = identity.getPrincipal() instanceof JsonWebToken token
                ? token.getClaim(Claims.preferred_username)
                : null;
        return new Me(
                new PersonId(callers.login()),
                name == null ? roles.iterator().next() : name.toString(),
                null,
                roles,
                List.of());
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

    /**
     * The person of the token.
     *
     * @param organisation none for an administrator or auditor who is not in the directory
     */
    public record Me(
            PersonId id, String handle, @Nullable OrganisationId organisation, Set<String> roles, List<MyTeam> teams) {}

    /** A team whose reports the person sees. */
    public record MyTeam(TeamId id, String label, OrganisationId organisation) {}
}
