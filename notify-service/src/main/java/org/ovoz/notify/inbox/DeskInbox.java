package org.ovoz.notify.inbox;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.ovoz.transport.inbox.Inbox;
import org.ovoz.transport.inbox.SequenceRule;

/** The desk's inbox: what intake tells of a report is a story, so nothing of it is applied before what came earlier. */
final class DeskInbox {

    private DeskInbox() {}

    @Produces
    @Singleton
    static Inbox inbox(Pool pool, Clock clock) {
        return new Inbox(pool, clock, SequenceRule.GAPLESS);
    }
}
