package org.ovoz.notify.key.device;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.key.proof.KeyProof;
import org.ovoz.notify.key.proof.OpenerOutcome;
import org.ovoz.notify.problem.Problems;

/** My devices: each opens my key with a PIN that is worth nothing anywhere else. */
@Path("/api/v1/me/devices")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "keys")
public class DevicesResource {

    private final UnlockDevice unlockDevice;
    private final Devices devices;
    private final Callers callers;

    DevicesResource(UnlockDevice unlockDevice, Devices devices, Callers callers) {
        this.unlockDevice = unlockDevice;
        this.devices = devices;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "My devices, the oldest first")
    @APIResponseSchema(MyDevices.class)
    public Uni<MyDevices> list() {
        return callers.current().chain(caller -> devices.of(caller.id())).map(MyDevices::new);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Has this device open my key with a PIN")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "403", description = OpenerOutcome.UNPROVEN)
    @APIResponse(responseCode = "409", description = "device-refused: no key yet, the id is taken, or too many")
    public Uni<Response> enrol(
            UUID id,
            @NotNull @Valid DeviceForm form,
            @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> devices.enrol(caller.id(), id, form, proof))
                .map(outcome -> switch (outcome) {
                    case OpenerOutcome.Done() -> Response.noContent().build();
                    case OpenerOutcome.Unproven() -> throw OpenerOutcome.unproven();
                    case OpenerOutcome.Refused() ->
                        throw Problems.of(409, "device-refused", "This device cannot be kept");
                });
    }

    @POST
    @Path("/{id}/unlock")
    @Operation(summary = "What this device needs to open my key, for the right PIN")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "403", description = "wrong-pin: with left, how many more tries there are")
    @APIResponse(responseCode = "404", description = "not-found: none of mine")
    @APIResponse(responseCode = "410", description = "device-locked: too often wrong; enrol it anew with the six words")
    @APIResponseSchema(Unlocked.class)
    public Uni<Unlocked> unlock(UUID id, @NotNull @Valid ProofForm form) {
        return callers.current()
                .chain(caller -> unlockDevice.unlock(caller.id(), id, form.proof()))
                .map(outcome -> switch (outcome) {
                    case UnlockOutcome.Unlocked(String jwe, String share) -> new Unlocked(jwe, share);
                    case UnlockOutcome.WrongPin(int left) ->
                        throw Problems.with(403, "wrong-pin", "That is not the PIN", "left", left);
                    case UnlockOutcome.Locked() ->
                        throw Problems.of(410, "device-locked", "Too often wrong: this device opens nothing any more");
                    case UnlockOutcome.NotYours() -> throw Problems.notFound();
                });
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "A device opens my key no more: for one that was lost")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "400", description = "bad-request: the proof is none")
    @APIResponse(responseCode = "403", description = OpenerOutcome.UNPROVEN)
    @APIResponse(responseCode = "404", description = "not-found: none of mine")
    public Uni<Response> remove(
            UUID id, @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> devices.remove(caller.id(), id, proof))
                .map(outcome -> switch (outcome) {
                    case OpenerOutcome.Done() -> Response.noContent().build();
                    case OpenerOutcome.Unproven() -> throw OpenerOutcome.unproven();
                    case OpenerOutcome.Refused() -> throw Problems.notFound();
                });
    }

    /** What opens nothing without the device. */
    public record Unlocked(String jwe, String share) {}

    /** All of mine. */
    public record MyDevices(List<Devices.Device> devices) {}
}
