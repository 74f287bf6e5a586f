package org.ovoz.notify.key.team;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Who of a team holds its keys. One who does lets another in, after their key was compared. */
@Path("/api/v1/teams/{team}/holders")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class HoldersResource {

    private final ReadHolders readHolders;
    private final AdmitHolder admitHolder;
    private final ReportMismatch reportMismatch;
    private final Callers callers;

    HoldersResource(ReadHolders readHolders, AdmitHolder admitHolder, ReportMismatch reportMismatch, Callers callers) {
        this.readHolders = readHolders;
        this.admitHolder = admitHolder;
        this.reportMismatch = reportMismatch;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The team's members, and which of them hold its keys")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine")
    @APIResponseSchema(ReadHolders.TeamHolders.class)
    public Uni<ReadHolders.TeamHolders> list(TeamId team) {
        return callers.current()
                .chain(caller -> {
                    if (!caller.teams().contains(team)) {
                        throw Problems.notFound();
                    }
                    return readHolders.of(team);
                })
                .map(holders -> holders.orElseThrow(Problems::notFound));
    }

    @PUT
    @Path("/{person}")
    @Operation(summary = "Gives the team's keys to a member")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "given")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine, or no member with a key")
    @APIResponse(
            responseCode = "409",
            description = "key-changed: the member has another key by now; unknown-key: the team has no such key")
    @APIResponse(
            responseCode = "422",
            description =
                    "admission-refused: not signed with the team's order key of today for this key of this member")
    public Uni<Response> admit(TeamId team, UUID person, @NotNull @Valid HolderForm form) {
        return callers.current()
                .chain(caller -> admitHolder.admit(caller, team, person, form))
                .map(outcome -> switch (outcome) {
                    case AdmitOutcome.Admitted() -> Response.noContent().build();
                    case AdmitOutcome.NotYours() -> throw Problems.notFound();
                    case AdmitOutcome.KeyChanged() ->
                        throw Problems.of(409, "key-changed", "The member has another key by now");
                    case AdmitOutcome.UnknownKey() -> throw Problems.of(409, "unknown-key", "The team has no such key");
                    case AdmitOutcome.AdmissionRefused() ->
                        throw Problems.of(422, "admission-refused", "No holder of the team's keys has signed this");
                });
    }

    @POST
    @Path("/{person}/mismatch")
    @Operation(summary = "Says that a member's key is not what the member read out")
    @APIResponse(responseCode = "204", description = "the coordinators are told")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine, or no member")
    public Uni<Response> mismatch(TeamId team, UUID person) {
        return callers.current()
                .chain(caller -> reportMismatch.report(caller, team, person))
                .map(told -> {
                    if (!told) {
                        throw Problems.notFound();
                    }
                    return Response.noContent().build();
                });
    }
}
