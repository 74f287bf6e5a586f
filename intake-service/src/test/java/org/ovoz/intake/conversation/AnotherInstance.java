package org.ovoz.intake.conversation;

import io.vertx.mutiny.sqlclient.Pool;
import org.ovoz.transport.outbox.OutboxRelay;

/** What a second instance of intake has of its own: nothing of it stands in line with the first one's. */
public record AnotherInstance(Threads threads, StoreMessages storeMessages) {

    public static AnotherInstance on(Pool pool, OutboxRelay relay) {
        return new AnotherInstance(new Threads(pool), new StoreMessages(pool, relay));
    }
}
