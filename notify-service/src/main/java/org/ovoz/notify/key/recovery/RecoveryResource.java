package org.ovoz.notify.key.recovery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** My organisation's recovery key. Its shares never come here. */
@Path("/api/v1/recovery")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "keys")
public class RecoveryResource {

    private final SetRecovery setRecovery;
    private final ReadRecovery readRecovery;
    private final Callers callers;

    RecoveryResource(SetRecovery setRecovery, ReadRecovery readRecovery, Callers callers) {
        this.setRecovery = setRecovery;
        this.readRecovery = readRecovery;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The recovery key, how many papers bring it back, and my teams' keys sealed to it")
    @APIResponse(responseCode = "404", description = "no-recovery: none was made yet")
    @APIResponseSchema(ReadRecovery.Recovery.class)
    public Uni<ReadRecovery.Recovery> read() {
        return callers.current()
                .chain(readRecovery::of)
                .map(one -> one.orElseThrow(() -> Problems.of(404, "no-recovery", "No recovery key was made yet")));
    }

    @PUT
    @Operation(summary = "Keeps a recovery key in place of the one before")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(
            responseCode = "422",
            description =
                    "recovery-refused: no public P-256 key, more papers needed than there are, or a team of others")
    public Uni<Response> set(@NotNull @Valid RecoveryForm form) {
        return callers.current().chain(caller -> setRecovery.set(caller, form)).map(kept -> {
            if (!kept) {
                throw Problems.of(422, "recovery-refused", "This recovery key cannot be kept");
            }
            return Response.noContent().build();
        });
    }

    @PUT
    @Path("/packages")
    @Operation(summary = "Keeps a team's keys, sealed to the recovery key")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "404", description = "not-found: no team of mine, or no recovery key")
    public Uni<Response> add(@NotNull @Valid PackageForm form) {
        return callers.current().chain(caller -> setRecovery.add(caller, form)).map(RecoveryResource::doneOrNotFound);
    }

    @POST
    @Path("/drill")
    @Operation(summary = "Says that the papers brought the key back")
    @APIResponse(responseCode = "204", description = "noted")
    @APIResponse(responseCode = "404", description = "not-found: no recovery key")
    public Uni<Response> drilled() {
        return callers.current().chain(setRecovery::drilled).map(RecoveryResource::doneOrNotFound);
    }

    private static Response doneOrNotFound(boolean done) {
        if (!done) {
            throw Problems.notFound();
        }
        return Response.noContent().build();
    }
}
