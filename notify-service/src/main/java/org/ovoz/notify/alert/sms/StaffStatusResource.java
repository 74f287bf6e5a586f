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
import org.ovoz.notify.problem.Problems;
import org.ovoz.transport.carrier.DeliveryStatus;
import org.ovoz.transport.carrier.WebhookCheck;
import org.ovoz.transport.carrier.WebhookForm;
import org.ovoz.transport.carrier.WebhookSignature;

/** What the carrier tells of the staff account's texts. Signed, or refused. */
@Path(StaffStatusResource.PATH)
@PermitAll
@Tag(name = "carrier")
public class StaffStatusResource {

    static final String PATH = "/twilio/staff/status";

    private final WebhookSignature signature;
    private final SettleAlert settleAlert;

    StaffStatusResource(WebhookSignature signature, SettleAlert settleAlert) {
        this.signature = signature;
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
            @QueryParam("alert") @Nullable String alert,
            byte[] body) {
        return switch (signature.check(request.uri(), body, signed)) {
            case WebhookCheck.Genuine(WebhookForm form) -> settle(alert, form);
            case WebhookCheck.Unsigned() -> throw Problems.unsigned();
            case WebhookCheck.Forged() -> throw Problems.unsigned();
            case WebhookCheck.Unreadable() -> throw Problems.badRequest();
        };
    }

    private Uni<Response> settle(@Nullable String alert, WebhookForm form) {
        Optional<AlertState> state =
                form.value("MessageStatus").flatMap(DeliveryStatus::of).flatMap(StaffStatusResource::toState);
        UUID id = id(alert);
        if (state.isEmpty() || id == null) {
            return Uni.createFrom().item(Response.noContent().build());
        }
        String reason = form.value("ErrorCode")
                .filter(code -> code.matches("[0-9]{1,6}"))
                .map(code -> "carrier-" + code)
                .orElse(null);
        return settleAlert
                .settle(id, state.get(), reason)
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

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
