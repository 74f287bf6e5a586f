package org.ovoz.notify.alert.call;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.carrier.CallbackAddresses;
import org.ovoz.notify.alert.carrier.SignedForms;

/** What the carrier asks and tells of a call that alerts somebody. Signed, or refused. */
@Path(CallResource.PATH)
@PermitAll
@Tag(name = "carrier")
public class CallResource {

    static final String PATH = "/twilio/staff/call";
    static final String KEY = "/key";
    static final String STATUS = "/status";
    static final String AGAIN = "again";

    private final SignedForms forms;
    private final LeadCall leadCall;
    private final FollowCall followCall;

    CallResource(SignedForms forms, LeadCall leadCall, FollowCall followCall) {
        this.forms = forms;
        this.leadCall = leadCall;
        this.followCall = followCall;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "What to say to whoever answered")
    @APIResponse(responseCode = "200", description = "TwiML; it hangs up on whoever is not to be told")
    @APIResponse(responseCode = "400", description = "bad-request: no form")
    @APIResponse(responseCode = "403", description = "webhook-signature: not signed by the carrier")
    public Uni<String> answered(
            @Context HttpServerRequest request,
            @HeaderParam("X-Twilio-Signature") @Nullable String signed,
            @QueryParam(CallbackAddresses.ALERT) @Nullable String alert,
            byte[] body) {
        return leadCall.answered(CallbackAddresses.alert(alert), forms.read(request, body, signed));
    }

    @POST
    @Path(KEY)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "A key was pressed, or none: 1 acknowledges, 2 claims, anything else is asked for once more")
    @APIResponse(responseCode = "200", description = "TwiML")
    @APIResponse(responseCode = "400", description = "bad-request: no form")
    @APIResponse(responseCode = "403", description = "webhook-signature: not signed by the carrier")
    public Uni<String> key(
            @Context HttpServerRequest request,
            @HeaderParam("X-Twilio-Signature") @Nullable String signed,
            @QueryParam(CallbackAddresses.ALERT) @Nullable String alert,
            @QueryParam(AGAIN) boolean again,
            byte[] body) {
        return leadCall.pressed(CallbackAddresses.alert(alert), forms.read(request, body, signed), again);
    }

    @POST
    @Path(STATUS)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "A call was answered, or is over")
    @APIResponse(responseCode = "204", description = "taken")
    @APIResponse(responseCode = "400", description = "bad-request: no form")
    @APIResponse(responseCode = "403", description = "webhook-signature: not signed by the carrier")
    public Uni<Response> status(
            @Context HttpServerRequest request,
            @HeaderParam("X-Twilio-Signature") @Nullable String signed,
            @QueryParam(CallbackAddresses.ALERT) @Nullable String alert,
            byte[] body) {
        return followCall
                .follow(CallbackAddresses.alert(alert), forms.read(request, body, signed))
                .replaceWith(() -> Response.noContent().build());
    }
}
