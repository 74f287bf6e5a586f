package org.ovoz.local.carrier.messages;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.accounts.Accounts.RentedLine;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.media.Enclosure;
import org.ovoz.local.carrier.media.Media;
import org.ovoz.local.carrier.media.MediaApi;
import org.ovoz.local.carrier.media.Medium;
import org.ovoz.local.carrier.phones.Phones;
import org.ovoz.local.carrier.texts.OptOuts;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** The carrier's text messaging: what phones write, what customers send, and the network between them. */
public final class Messaging {
    private final Accounts accounts;
    private final Handsets handsets;
    private final Messages messages = new Messages();
    private final Media media;
    private final MessagesApi api;
    private final MediaApi mediaApi;
    private final ReceiveText receiving;

    public Messaging(
            World world, Webhooks webhooks, ErrorLog errors, Faults faults, OptOuts optOuts, Supplier<String> address) {
        this.media = new Media(world.clock());
        this.mediaApi = new MediaApi(media, faults, world.vertx());
        this.accounts = world.accounts();
        this.handsets = new Handsets(world.phones(), world.clock());
        DeliverMessage delivery = new DeliverMessage(world, messages, new StatusCallbacks(webhooks), new Network());
        SendMessage sending = new SendMessage(accounts, optOuts, faults, messages, delivery, world.clock());
        this.api = new MessagesApi(messages, sending, world.clock());
        MessagingReply reply = new MessagingReply(webhooks, errors, sending::send);
        this.receiving = new ReceiveText(
                messages,
                media,
                optOuts,
                webhooks,
                reply,
                handsets,
                new ReceiveText.Surroundings(world.clock(), address));
    }

    public void mount(Router account) {
        mediaApi.mount(account);
        api.mount(account);
    }

    public void mountContent(Router router) {
        mediaApi.mountContent(router);
    }

    /** What came with a message and nobody has deleted. */
    public List<Medium> mediaOf(String message) {
        return media.ofMessage(message);
    }

    public void clear() {
        messages.clear();
        media.clear();
    }

    /** Somebody texts from a phone, to a line or to another phone. Returns the message's SID. */
    public String text(String from, String to, String text, List<Enclosure> enclosures) {
        Optional<RentedLine> line = accounts.line(to);
        String sid = Sids.next(enclosures.isEmpty() ? "SM" : "MM");
        if (line.isPresent()) {
            handsets.sends(from, sid, to, new Handsets.Written(text, enclosures.size()), "sent");
            receiving.receive(sid, from, line.get(), text, enclosures);
        } else {
            Handsets.Written written = new Handsets.Written(text, enclosures.size());
            handsets.sends(from, sid, to, written, handsets.exists(to) ? "delivered" : "undelivered");
            handsets.receives(to, sid, from, written);
        }
        return sid;
    }

    /** Where messages end: somebody's phone, or another line of the carrier. */
    private final class Network implements DeliverMessage.Destination {
        @Override
        public boolean reach(Message message) {
            Optional<RentedLine> line = accounts.line(message.to);
            line.ifPresent(
                    rented -> receiving.receive(Sids.next("SM"), message.from, rented, message.body(), List.of()));
            handsets.receives(message.to, message.sid, message.from, new Handsets.Written(message.body(), 0));
            return line.isPresent() || handsets.exists(message.to);
        }

        @Override
        public void miss(Message message) {
            handsets.misses(message);
        }
    }

    /** What everything that happens in the network needs. */
    public record World(Vertx vertx, Clock clock, Pace pace, Accounts accounts, Phones phones) {}
}
