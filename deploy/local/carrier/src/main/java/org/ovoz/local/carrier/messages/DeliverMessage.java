package org.ovoz.local.carrier.messages;

import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.messages.Messaging.World;

/**
 * Takes a message from queued to its end, one step after the other, and tells each; not the first, which the answer to
 * the request has told.
 */
final class DeliverMessage {
    private final World world;
    private final Messages messages;
    private final StatusCallbacks callbacks;
    private final Destination destination;

    DeliverMessage(World world, Messages messages, StatusCallbacks callbacks, Destination destination) {
        this.world = world;
        this.messages = messages;
        this.callbacks = callbacks;
        this.destination = destination;
    }

    void deliver(Message message, Fate fate) {
        soon(message, () -> sent(message, fate));
    }

    private void sent(Message message, Fate fate) {
        if (fate.status().equals("failed")) {
            missed(message, fate);
            return;
        }
        become(message, "sent", null);
        soon(message, () -> arrived(message, fate));
    }

    private void arrived(Message message, Fate fate) {
        if (!fate.equals(Fate.DELIVERED)) {
            missed(message, fate);
        } else if (destination.reach(message)) {
            become(message, "delivered", null);
        } else {
            missed(message, Fate.undelivered(30005));
        }
    }

    private void missed(Message message, Fate fate) {
        become(message, fate.status(), fate.code());
        destination.miss(message);
    }

    private void become(Message message, String status, @Nullable Integer code) {
        message.becomes(status, code, world.clock().instant());
        callbacks.tell(message);
    }

    /** One step later, unless everything was forgotten meanwhile. */
    private void soon(Message message, Runnable what) {
        world.vertx().setTimer(world.pace().stepMillis(), timer -> {
            if (messages.has(message)) {
                what.run();
            }
        });
    }

    /** Where messages end. */
    interface Destination {
        /** False when nobody is there: the message is undelivered with 30005. */
        boolean reach(Message message);

        /** It did not arrive; the page says so where somebody would look for it. */
        void miss(Message message);
    }
}
