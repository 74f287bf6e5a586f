package org.ovoz.intake.channel.sms;

import com.twilio.twiml.MessagingResponse;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Channel;
import org.ovoz.intake.AcceptInboundMessage;
import org.ovoz.intake.InboundMessage;
import org.ovoz.intake.channel.twilio.Webhook;
import org.ovoz.intake.contact.LineNumbers;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.intake.edge.Faults;
import org.ovoz.intake.edge.Problems;
import org.ovoz.transport.carrier.WebhookForm;

/** Texts as the carrier brings them. The answer is always an empty one: whether somebody is known here is nobody's business. */
@Path(SmsResource.PATH)
public class SmsResource {

    static final String PATH = "/twilio/sms";

    private static final Logger LOG = Logger.getLogger(SmsResource.class);
    private static final String EMPTY = new MessagingResponse.Builder().build().toXml();

    private final Webhook webhook;
    private final LineNumbers line;
    private final ReadCanary readCanary;
    private final ReadMedia readMedia;
    private final AcceptInboundMessage accept;

    SmsResource(
            Webhook webhook,
            LineNumbers line,
            ReadCanary readCanary,
            ReadMedia readMedia,
            AcceptInboundMessage accept) {
        this.webhook = webhook;
        this.line = line;
        this.readCanary = readCanary;
        this.readMedia = readMedia;
        this.accept = accept;
    }

    @POST
    @Produces(MediaType.TEXT_XML)
    public Uni<String> receive(@HeaderParam(Webhook.SIGNATURE) @Nullable String signature, byte[] body) {
        WebhookForm form = webhook.read(PATH, body, signature);
        return accept.accept(message(form)).replaceWith(EMPTY).onFailure().transform(Faults::unavailable);
    }

    private InboundMessage message(WebhookForm form) {
        String id = Webhook.required(form, "MessageSid");
        if (!id.matches("[SM]M[0-9a-f]{32}")) {
            throw Problems.of(400, "bad-field", "The field MessageSid has another form");
        }
        String to = Webhook.required(form, "To");
        boolean ours = line.numbers().contains(to);
        if (!ours) {
            // The account's token signed it, so somebody wrote to a number of this account: taken, and not answered
            // from there.
            LOG.errorf("a text came to a number of this account that is not in OVOZ_LINE_NUMBERS; it was taken");
        }
        String from = Webhook.required(form, "From");
        String text = Webhook.required(form, "Body");
        return readCanary
                .read(from, text)
                .map(canary -> canary(id, canary))
                .orElseGet(() -> new InboundMessage(
                        Channel.SMS, id, PhoneNumber.of(from), text, readMedia.read(form, id), ours, null));
    }

    /** Always a report of its own, which nothing is answered to. */
    private static InboundMessage canary(String id, ReadCanary.Canary canary) {
        return new InboundMessage(Channel.SMS, id, Optional.empty(), canary.text(), List.of(), false, canary.id());
    }
}
