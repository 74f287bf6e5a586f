package org.ovoz.notify.alert.push;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** The browsers that alert me. Where they are reached goes in and does not come out. */
@Path("/api/v1/me/push-subscriptions")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "me")
public class SubscriptionsResource {

    private final SubscribeBrowser subscribeBrowser;
    private final UnsubscribeBrowser unsubscribeBrowser;
    private final Subscriptions subscriptions;
    private final Callers callers;

    SubscriptionsResource(
            SubscribeBrowser subscribeBrowser,
            UnsubscribeBrowser unsubscribeBrowser,
            Subscriptions subscriptions,
            Callers callers) {
        this.subscribeBrowser = subscribeBrowser;
        this.unsubscribeBrowser = unsubscribeBrowser;
        this.subscriptions = subscriptions;
        this.callers = callers;
    }

    @PUT
    @Operation(summary = "Has me alerted by this browser; the same subscription again is the same one")
    @APIResponse(responseCode = "400", description = "bad-request: no subscription")
    @APIResponse(responseCode = "409", description = "too-many-subscriptions: remove one first")
    @APIResponse(responseCode = "422", description = "subscription-refused: an address or keys that cannot be used")
    @APIResponse(responseCode = "503", description = "push-off: the desk has no key to push with")
    @APIResponseSchema(SubscriptionId.class)
    public Uni<SubscriptionId> subscribe(@NotNull @Valid SubscriptionForm form) {
        return callers.current()
                .chain(caller -> subscribeBrowser.subscribe(caller.id(), form))
                .map(outcome -> switch (outcome) {
                    case SubscribeOutcome.Subscribed(UUID id) -> new SubscriptionId(id);
                    case SubscribeOutcome.Off() -> throw PushOff.problem();
                    case SubscribeOutcome.Refused() ->
                        throw Problems.of(422, "subscription-refused", "An address or keys that cannot be used");
                    case SubscribeOutcome.TooMany() ->
                        throw Problems.of(409, "too-many-subscriptions", "Remove one of your subscriptions first");
                });
    }

    @GET
    @Operation(summary = "My subscriptions, the oldest first")
    @APIResponseSchema(MySubscriptions.class)
    public Uni<MySubscriptions> list() {
        return callers.current().chain(caller -> subscriptions.of(caller.id())).map(MySubscriptions::new);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Alerts me by this browser no more")
    @APIResponse(responseCode = "204", description = "removed")
    @APIResponse(responseCode = "404", description = "not-found: none of mine")
    public Uni<Response> unsubscribe(UUID id) {
        return callers.current()
                .chain(caller -> unsubscribeBrowser.unsubscribe(caller.id(), id))
                .map(removed -> {
                    if (!removed) {
                        throw Problems.notFound();
                    }
                    return Response.noContent().build();
                });
    }

    /** The one that was made, or was there. */
    public record SubscriptionId(UUID id) {}

    /** All of mine. */
    public record MySubscriptions(List<Subscriptions.Line> subscriptions) {}
}
