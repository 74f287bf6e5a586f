package org.ovoz.intake.channel.twilio;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.intake.delivery.DeliveryCallback;
import org.ovoz.intake.delivery.TakeDeliveryReport;
import org.ovoz.intake.edge.Faults;
import org.ovoz.intake.edge.Problems;
import org.ovoz.transport.carrier.DeliveryStatus;
import org.ovoz.transport.carrier.WebhookForm;

/** Where the carrier tells what became of a text. */
@Path(DeliveryCallback.PATH + "/{id}")
public class StatusResource {

    private final Webhook webhook;
    private final TakeDeliveryReport takeReport;

    StatusResource(Webhook webhook, TakeDeliveryReport takeReport) {
        this.webhook = webhook;
        this.takeReport = takeReport;
    }

    @POST
    public Uni<Response> report(
            @PathParam("id") UUID id, @HeaderParam(Webhook.SIGNATURE) @Nullable String signature, byte[] body) {
        WebhookForm form = webhook.read(DeliveryCallback.PATH + "/" + id, body, signature);
        String carrierId = Webhook.required(form, "MessageSid");
        String word = Webhook.required(form, "MessageStatus");
        return DeliveryStatus.of(word)
                .map(status -> takeReport
                        .take(new TakeDeliveryReport.Report(id, carrierId, status, error(form)))
                        .map(known -> known ? Response.noContent().build() : unknown())
                        .onFailure()
                        .transform(Faults::unavailable))
                // a word that the carrier did not use before says nothing yet
                .orElseGet(() -> Uni.createFrom().item(Response.noContent().build()));
    }

    private static Response unknown() {
        throw Problems.of(404, "not-found", "No such text");
    }

    private static int error(WebhookForm form) {
        return form.value("ErrorCode")
                .filter(code -> code.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
