package org.ovoz.notify.link.key;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** My organisation's keys for the marks of places. What is sealed in them is for its browsers. */
@Path("/api/v1/link-keys")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "links")
public class LinkKeysResource {

    private final ReadLinkKeys readLinkKeys;
    private final MakeLinkKey makeLinkKey;
    private final VouchForLinkKey vouchForLinkKey;
    private final Callers callers;

    LinkKeysResource(
            ReadLinkKeys readLinkKeys, MakeLinkKey makeLinkKey, VouchForLinkKey vouchForLinkKey, Callers callers) {
        this.readLinkKeys = readLinkKeys;
        this.makeLinkKey = makeLinkKey;
        this.vouchForLinkKey = vouchForLinkKey;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "The keys, the latest first, sealed to the organisation's teams")
    @APIResponseSchema(LinkKeys.class)
    public Uni<LinkKeys> read() {
        return callers.current().chain(readLinkKeys::of).map(LinkKeys::new);
    }

    @POST
    @Operation(summary = "Keeps the organisation's next key")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "409", description = "link-key-exists: another browser was faster; take its key")
    @APIResponse(responseCode = "422", description = "vouch-refused: not signed for this key by a team of mine")
    public Uni<Response> make(@NotNull @Valid LinkKeyForm form) {
        return callers.current().chain(caller -> makeLinkKey.make(caller, form)).map(LinkKeysResource::keptOrNot);
    }

    @PUT
    @Path("/{kid}/vouches")
    @Operation(summary = "Seals a key that is there to further teams, or vouches for it anew")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "bad-request: not of the form that a browser makes")
    @APIResponse(responseCode = "404", description = "not-found: no key of my organisation")
    @APIResponse(responseCode = "422", description = "vouch-refused: not signed for this key by a team of mine")
    public Uni<Response> vouch(String kid, @NotNull @Valid VouchesForm form) {
        return callers.current()
                .chain(caller -> vouchForLinkKey.vouch(caller, kid, form.vouches()))
                .map(LinkKeysResource::keptOrNot);
    }

    private static Response keptOrNot(LinkKeyOutcome outcome) {
        return switch (outcome) {
            case LinkKeyOutcome.Kept() -> Response.noContent().build();
            case LinkKeyOutcome.AlreadyMade() ->
                throw Problems.of(409, "link-key-exists", "Another browser was faster");
            case LinkKeyOutcome.NoSuchKey() -> throw Problems.notFound();
            case LinkKeyOutcome.Refused() ->
                throw Problems.of(422, "vouch-refused", "No team of yours has signed this for this key");
        };
    }

    /** All that are of use. */
    public record LinkKeys(List<ReadLinkKeys.LinkKey> keys) {}
}
