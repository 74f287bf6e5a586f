package org.ovoz.notify.directory.team;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Teams, for administrators. */
@Path("/api/v1/directory/teams")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class TeamsResource {

    private final PublishTeam publishTeam;
    private final SuspendTeam suspendTeam;
    private final Callers callers;

    TeamsResource(PublishTeam publishTeam, SuspendTeam suspendTeam, Callers callers) {
        this.publishTeam = publishTeam;
        this.suspendTeam = suspendTeam;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(summary = "All teams, with their signed records")
    public Uni<Teams> list() {
        return Team.<Team>listAll(Sort.by("id"))
                .map(all -> new Teams(all.stream().map(TeamsResource::toLine).toList()));
    }

    @PUT
    @Consumes("application/jose")
    @Operation(summary = "Takes a team record that the line's administration key signed, and tells intake")
    @APIResponse(
            responseCode = "409",
            description =
                    "team-version: one of this or a higher version is kept; organisation-suspended: lift that first;"
                            + " founding-changed: other first keys wait for this team, or none do any more;"
                            + " no-line: this desk was given no line's key yet")
    @APIResponse(responseCode = "422", description = "team-signature: not signed by the line")
    @APIResponseSchema(Published.class)
    public Uni<Published> publish(@NotNull String jws) {
        return publishTeam.publish(jws, callers.login()).map(outcome -> switch (outcome) {
            case PublishOutcome.Published(TeamRecord team, boolean suspended) ->
                new Published(team.id().value(), team.version(), suspended);
            case PublishOutcome.NoLine() -> throw Problems.of(409, "no-line", "This desk was given no line's key yet");
            case PublishOutcome.BadSignature() ->
                throw Problems.of(422, "team-signature", "Not signed by the line's administration key");
            case PublishOutcome.OldVersion() ->
                throw Problems.of(409, "team-version", "A record of this or a higher version is kept");
            case PublishOutcome.OtherKeys() ->
                throw Problems.of(409, "founding-changed", "These are not the first keys that wait for this team");
            case PublishOutcome.OrganisationSuspended() ->
                throw Problems.of(409, "organisation-suspended", "Its organisation is suspended");
        });
    }

    @POST
    @Path("/{id}/suspend")
    @Operation(summary = "Stops a team at once; a higher signed version lifts it")
    @APIResponse(responseCode = "404", description = "unknown-team: no such team")
    @APIResponseSchema(Suspended.class)
    public Uni<Suspended> suspend(@Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String id) {
        return suspendTeam.suspend(new TeamId(id), callers.login()).map(known -> {
            if (!known) {
                throw Problems.of(404, "unknown-team", "No such team");
            }
            return new Suspended(id, true);
        });
    }

    private static TeamLine toLine(Team team) {
        return new TeamLine(
                team.id, team.organisation, team.version, team.escalation, team.suspended, team.changedAt, team.record);
    }

    /** What is kept now. */
    public record Published(String id, long version, boolean suspended) {}

    /** A team that was stopped. */
    public record Suspended(String id, boolean suspended) {}

    /** All of them. */
    public record Teams(List<TeamLine> teams) {}

    /** A team. */
    public record TeamLine(
            String id,
            String organisation,
            long version,
            boolean escalation,
            boolean suspended,
            Instant changedAt,
            String record) {}
}
