package org.ovoz.notify.key.recovery;

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
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** My organisation's recovery keys. Their shares never come here. */
@Path("/api/v1/recovery")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class RecoveryResource {

    private final SetRecovery setRecovery;
    private final AddPackage addPackage;
    private final ReadRecovery readRecovery;
    private final Callers callers;

    RecoveryResource(SetRecovery setRecovery, AddPackage addPackage, ReadRecovery readRecovery, Callers callers) {
        this.setRecovery = setRecovery;
        this.addPackage = addPackage;
        this.readRecovery = readRecovery;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary =
                    "The recovery keys, the newest first, how many papers bring each back, and the keys of my own teams"
                            + " that are sealed to it")
    @APIResponseSchema(Recoveries.class)
    public Uni<Recoveries> read() {
        return callers.current().chain(readRecovery::of).map(Recoveries::new);
    }

    @PUT
    @Operation(summary = "Keeps a recovery key; what others held of the same teams' keys is void")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "409", description = "unknown-key: the team has no such key")
    @APIResponse(
            responseCode = "422",
            description =
                    "recovery-refused: no public P-256 key, more papers needed than there are, a team of others, or"
                            + " somebody else's; admission-refused: not signed with the team's order key of today")
    public Uni<Response> set(@NotNull @Valid RecoveryForm form) {
        return callers.current().chain(caller -> setRecovery.set(caller, form)).map(RecoveryResource::keptOrNot);
    }

    @PUT
    @Path("/packages")
    @Operation(summary = "Keeps a team's keys, sealed to a recovery key that is there")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine")
    @APIResponse(
            responseCode = "409",
            description = "recovery-replaced: it is not there any more; unknown-key: the team has no such key")
    @APIResponse(responseCode = "422", description = "admission-refused: not signed with the team's order key of today")
    public Uni<Response> add(@NotNull @Valid AddedPackageForm form) {
        return callers.current().chain(caller -> addPackage.add(caller, form)).map(RecoveryResource::keptOrNot);
    }

    private static Response keptOrNot(RecoveryOutcome outcome) {
        return switch (outcome) {
            case RecoveryOutcome.Kept() -> Response.noContent().build();
            case RecoveryOutcome.NotYours() -> throw Problems.notFound();
            case RecoveryOutcome.Refused() ->
                throw Problems.of(422, "recovery-refused", "This recovery key cannot be kept");
            case RecoveryOutcome.Replaced() ->
                throw Problems.of(409, "recovery-replaced", "This recovery key is not there any more");
            case RecoveryOutcome.UnknownKey() -> throw Problems.of(409, "unknown-key", "The team has no such key");
            case RecoveryOutcome.AdmissionRefused() ->
                throw Problems.of(422, "admission-refused", "No holder of the team's keys has signed this");
        };
    }

    /** All that are there. */
    public record Recoveries(List<ReadRecovery.Recovery> recoveries) {}
}
