package org.ovoz.local.carrier.messages;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Optional;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.accounts.Accounts.RentedLine;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.phones.Phones;
import org.ovoz.local.carrier.texts.OptOuts;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Webhooks;

/** The carrier's text messaging: what phones write, what customers send, and the network between them. */
public final class Messaging {
    private final Accounts accounts;
    private final Handsets handsets;
    private final Messages messages = new Messages();
    private final MessagesApi api;
    private final ReceiveText receiving;

    public Messaging(World world, Webhooks webhooks, ErrorLog errors, Faults faults, OptOuts optOuts) {
        this.accounts = world.accounts();
        this.handsets = new Handsets(world.phones(), world.clock());
        DeliverMessage delivery = new DeliverMessage(world, messages, new StatusCallbacks(webhooks), new Network());
        SendMessage sending = new SendMessage(accounts, optOuts, faults, messages, delivery, world.clock());
        this.api = new MessagesApi(messages, sending, world.clock());
        MessagingReply reply = new MessagingReply(webhooks, errors, sending::send);
        this.receiving = new ReceiveText(messages, optOuts, webhooks, reply, handsets, world.clock());
    }

    public void mount(Router account) {
        api.mount(account);
    }

    public void clear() {
        messages.clear();
    }

    /** Somebody texts from a phone, to a line or to another phone. Returns the message's SID. */
    public String text(String from, String to, String text) {
        Optional<RentedLine> line = accounts.line(to);
        String sid = Sids.next("SM");
        if (line.isPresent()) {
            handsets.sends(from, sid, to, text, "sent");
            receiving.receive(sid, from, line.get(), text);
        } else {
            handsets.sends(from, sid, to, text, handsets.exists(to) ? "delivered" : "undelivered");
            handsets.receives(to, sid, from, text);
        }
        return sid;
    }

    /** Where messages end: somebody's phone, or another line of the carrier. */
    private final class Network implements DeliverMessage.Destination {
        @Override
        public boolean reach(Message message) {
            Optional<RentedLine> line = accounts.line(message.to);
            line.ifPresent(rented -> receiving.receive(Sids.next("SM"), message.from, rented, message.body()));
            handsets.receives(message.to, message.sid, message.from, message.body());
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
