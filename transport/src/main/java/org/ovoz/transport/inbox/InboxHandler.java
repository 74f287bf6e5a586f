package org.ovoz.transport.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * What an event does. Everything it writes goes through the given connection, so that it commits together with the event; what must not
 * happen before COMMIT (sending, telling) is returned and runs afterwards, in order.
 *
 * <p>Throw {@link PoisonEvent} for an event that can never be applied. Any other failure that does not pass by itself parks the event
 * too; a fault of the database that passes makes the whole reception fail, and the record must then be delivered again.
 */
@FunctionalInterface
public interface InboxHandler {

    Uni<List<Runnable>> apply(SqlConnection transaction, ReceivedEvent event);
}
