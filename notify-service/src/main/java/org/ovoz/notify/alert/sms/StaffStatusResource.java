package org.ovoz.notify.alert.sms;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.AlertState;
import org.ovoz.notify.alert.SettleAlert;
import org.ovoz.notify.alert.carrier.CallbackAddresses;
import org.ovoz.notify.alert.carrier.SignedForms;
import org.ovoz.transport.carrier.DeliveryStatus;
import org.ovoz.transport.carrier.WebhookForm;

/** What the carrier tells of the staff account's texts. Signed, or refused. */
@Path(StaffStatusResource.PATH)
@PermitAll
@Tag(name = "carrier")
public class StaffStatusResource {

    static final String PATH = "/twilio/staff/status";

    private final SignedForms forms;
    private final SettleAlert settleAlert;

    StaffStatusResource(SignedForms forms, SettleAlert settleAlert) {
        this.forms = forms;
        this.settleAlert = settleAlert;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "A status callback of the staff account")
    @APIResponse(responseCode = "204", description = "taken")
    @APIResponse(responseCode = "400", description = "bad-request: no form")
    @APIResponse(responseCode = "403", description = "webhook-signature: not signed by the carrier")
    public Uni<Response> status(
            @Context HttpServerRequest request,
            @HeaderParam("X-Twilio-Signature") @Nullable String signed,
            @QueryParam(CallbackAddresses.ALERT) @Nullable String alert,
            byte[] body) {
        return settle(alert, forms.read(request, body, signed));
    }

    private Uni<Response> settle(@Nullable String alert, WebhookForm form) {
        Optional<AlertState> state =
                form.value("MessageStatus").flatMap(DeliveryStatus::of).flatMap(StaffStatusResource::toState);
        Optional<UUID> id = CallbackAddresses.alert(alert);
        if (state.isEmpty() || id.isEmpty()) {
            return Uni.createFrom().item(Response.noContent().build());
        }
        String reason = form.value("ErrorCode")
                .filter(code -> code.matches("[0-9]{1,6}"))
                .map(code -> "carrier-" + code)
                .orElse(null);
        return settleAlert
                .settle(id.get(), state.get(), reason)
                .replaceWith(() -> Response.noContent().build());
    }

    private static Optional<AlertState> toState(DeliveryStatus status) {
        return switch (status) {
            case SCHEDULED, ACCEPTED, QUEUED, SENDING, PARTIALLY_DELIVERED -> Optional.empty();
            case SENT -> Optional.of(AlertState.SENT);
            case DELIVERED, READ -> Optional.of(AlertState.DELIVERED);
            case CANCELED, FAILED, UNDELIVERED -> Optional.of(AlertState.FAILED);
        };
    }
}
