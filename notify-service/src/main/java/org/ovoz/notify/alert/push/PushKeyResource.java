package org.ovoz.notify.alert.push;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;

/** What a browser needs to subscribe. */
@Path("/api/v1/push/key")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "me")
public class PushKeyResource {

    private final VapidKey key;

    PushKeyResource(VapidKey key) {
        this.key = key;
    }

    @GET
    @Operation(summary = "The applicationServerKey to subscribe with, base64url")
    @APIResponse(responseCode = "503", description = "push-off: the desk has no key to push with")
    @APIResponseSchema(PublicKey.class)
    public PublicKey key() {
        return new PublicKey(key.publicKey().orElseThrow(PushOff::problem));
    }

    /** The public half (RFC 8292). */
    public record PublicKey(String key) {}
}
