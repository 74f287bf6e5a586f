package org.ovoz.notify.key;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
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

/** My key. Its private half comes and goes wrapped; what unwraps it never comes here. */
@Path("/api/v1/me/key")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "keys")
public class MyKeyResource {

    private final SetKey setKey;
    private final Passkeys passkeys;
    private final ReadKey readKey;
    private final Callers callers;

    MyKeyResource(SetKey setKey, Passkeys passkeys, ReadKey readKey, Callers callers) {
        this.setKey = setKey;
        this.passkeys = passkeys;
        this.readKey = readKey;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "My key, wrapped, and the keys of my teams that were given to it")
    @APIResponse(responseCode = "404", description = "no-key: none was made yet")
    @APIResponseSchema(ReadKey.MyKey.class)
    public Uni<ReadKey.MyKey> mine() {
        return callers.current()
                .chain(caller -> readKey.of(caller.id()))
                .map(key -> key.orElseThrow(() -> Problems.of(404, "no-key", "You have made no key yet")));
    }

    @PUT
    @Operation(summary = "Keeps my first key, new words for it, or the one after a lost one")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "403", description = OpenerOutcome.UNPROVEN)
    @APIResponse(responseCode = "409", description = "key-exists: there is another one; say that this one replaces it")
    @APIResponse(responseCode = "422", description = "key-refused: no public P-256 key")
    @APIResponseSchema(KeyId.class)
    public Uni<KeyId> set(
            @NotNull @Valid KeyForm form,
            @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> setKey.set(caller, form, proof))
                .map(outcome -> switch (outcome) {
                    case KeyOutcome.Kept(String kid) -> new KeyId(kid);
                    case KeyOutcome.Refused() -> throw Problems.of(422, "key-refused", "This is no public P-256 key");
                    case KeyOutcome.Unproven() -> throw OpenerOutcome.unproven();
                    case KeyOutcome.Exists() -> throw Problems.of(409, "key-exists", "You have another key");
                });
    }

    @PUT
    @Path("/passkeys/{id}")
    @Operation(summary = "Has a passkey open my key too")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "403", description = OpenerOutcome.UNPROVEN)
    @APIResponse(responseCode = "409", description = "passkey-refused: no key yet, the id is taken, or too many")
    public Uni<Response> addPasskey(
            UUID id,
            @NotNull @Valid WrapForm form,
            @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> passkeys.add(caller.id(), id, form, proof))
                .map(outcome -> switch (outcome) {
                    case OpenerOutcome.Done() -> Response.noContent().build();
                    case OpenerOutcome.Unproven() -> throw OpenerOutcome.unproven();
                    case OpenerOutcome.Refused() ->
                        throw Problems.of(409, "passkey-refused", "This passkey cannot be kept");
                });
    }

    @DELETE
    @Path("/passkeys/{id}")
    @Operation(summary = "A passkey opens my key no more")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "400", description = "bad-request: the proof is none")
    @APIResponse(responseCode = "403", description = OpenerOutcome.UNPROVEN)
    @APIResponse(responseCode = "404", description = "not-found: none of mine")
    public Uni<Response> removePasskey(
            UUID id, @HeaderParam(KeyProof.HEADER) @Nullable @Pattern(regexp = KeyProof.FORM) String proof) {
        return callers.current()
                .chain(caller -> passkeys.remove(caller.id(), id, proof))
                .map(outcome -> switch (outcome) {
                    case OpenerOutcome.Done() -> Response.noContent().build();
                    case OpenerOutcome.Unproven() -> throw OpenerOutcome.unproven();
                    case OpenerOutcome.Refused() -> throw Problems.notFound();
                });
    }

    /** The key's id: its RFC 7638 thumbprint, which is what others compare. */
    public record KeyId(String kid) {}
}
