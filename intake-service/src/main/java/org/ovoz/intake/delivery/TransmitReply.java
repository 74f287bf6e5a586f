package org.ovoz.intake.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.contact.TextSender;

/** Hands a reply that is marked as being sent to the carrier: one attempt, whose outcome is written down. */
@Singleton
class TransmitReply {

    private static final Logger LOG = Logger.getLogger(TransmitReply.class);

    private final OpenReply openReply;
    private final TextSender sender;
    private final SettleReply settleReply;
    private final URI publicUrl;

    TransmitReply(
            OpenReply openReply,
            TextSender sender,
            SettleReply settleReply,
            @ConfigProperty(name = "ovoz.public-url") URI publicUrl) {
        this.openReply = openReply;
        this.sender = sender;
        this.settleReply = settleReply;
        this.publicUrl = publicUrl;
    }

    Uni<Void> transmit(Outgoing reply, GateDecision.LetOut letOut) {
        return openReply
                .open(reply)
                .chain(plain -> plain.map(known -> sender.send(
                                        letOut, known.to(), known.text(), DeliveryCallback.of(publicUrl, reply.id()))
                                .chain(outcome -> settleReply.settle(reply.id(), outcome)))
                        .orElseGet(() -> {
                            LOG.errorf("reply %s cannot be opened any more", reply.id());
                            return settleReply.unopened(reply.id());
                        }));
    }
}
