package org.ovoz.notify.outbox;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.transport.outbox.OutboxEvent;

/** A transaction under way: where to write, what it will have told, and what is to be done once it is committed. */
public final class Transaction {

    private final SqlConnection connection;
    private final List<OutboxEvent> events = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(SqlConnection connection) {
        this.connection = connection;
    }

    public SqlConnection connection() {
        return connection;
    }

    /** Runs only if the transaction commits. Must not block and need not succeed: a sweeper looks after what it leaves. */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    void told(OutboxEvent event) {
        events.add(event);
    }

    List<OutboxEvent> events() {
        return List.copyOf(events);
    }

    List<Runnable> effects() {
        return List.copyOf(afterCommit);
    }
}
