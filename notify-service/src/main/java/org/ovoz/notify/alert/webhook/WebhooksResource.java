package org.ovoz.notify.alert.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.ovoz.notify.problem.Problems;

/** Webhooks, for administrators. Where they lead goes in and does not come out; a secret comes out once. */
@Path("/api/v1/directory/webhooks")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "directory")
public class WebhooksResource {

    private final SaveWebhook saveWebhook;
    private final RotateSecret rotateSecret;
    private final RemoveWebhook removeWebhook;
    private final Webhooks webhooks;
    private final Callers callers;

    WebhooksResource(
            SaveWebhook saveWebhook,
            RotateSecret rotateSecret,
            RemoveWebhook removeWebhook,
            Webhooks webhooks,
            Callers callers) {
        this.saveWebhook = saveWebhook;
        this.rotateSecret = rotateSecret;
        this.removeWebhook = removeWebhook;
        this.webhooks = webhooks;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "All webhooks, by whom they alert")
    @APIResponseSchema(AllWebhooks.class)
    public Uni<AllWebhooks> list() {
        return webhooks.all().map(AllWebhooks::new);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Makes the webhook with this id, a UUID of the caller's, or has it lead elsewhere")
    @APIResponse(responseCode = "400", description = "bad-request: the form is not one")
    @APIResponse(
            responseCode = "422",
            description = "webhook-refused: no such person, an id in use, or an address that is not to be posted to")
    @APIResponseSchema(SavedWebhook.class)
    public Uni<SavedWebhook> save(UUID id, @NotNull @Valid WebhookForm form) {
        return saveWebhook.save(id, form, callers.login()).map(outcome -> switch (outcome) {
            case SaveOutcome.Made(WebhookSecret secret) -> new SavedWebhook(id, secret.shown());
            case SaveOutcome.Moved() -> new SavedWebhook(id, null);
            case SaveOutcome.Refused() ->
                throw Problems.of(
                        422,
                        "webhook-refused",
                        "No such person, an id in use, or an address that is not to be posted to");
        });
    }

    @POST
    @Path("/{id}/secret")
    @Operation(summary = "A new secret; the old one signs along for a day")
    @APIResponse(responseCode = "404", description = "not-found: no such webhook")
    @APIResponseSchema(SavedWebhook.class)
    public Uni<SavedWebhook> rotate(UUID id) {
        return rotateSecret
                .rotate(id, callers.login())
                .map(secret -> new SavedWebhook(
                        id, secret.orElseThrow(Problems::notFound).shown()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Takes the webhook away")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "404", description = "not-found: no such webhook")
    public Uni<Response> remove(UUID id) {
        return removeWebhook.remove(id, callers.login()).map(removed -> {
            if (!removed) {
                throw Problems.notFound();
            }
            return Response.noContent().build();
        });
    }

    /** All of them. */
    public record AllWebhooks(List<Webhooks.Line> webhooks) {}

    /** @param secret when it was made now; it is not shown again */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SavedWebhook(UUID id, @Nullable String secret) {

        @Override
        public String toString() {
            return "SavedWebhook[" + id + "]";
        }
    }
}
