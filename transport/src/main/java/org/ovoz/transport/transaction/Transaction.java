package org.ovoz.transport.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.outbox.OutboxTable;

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

    /** Writes the events into the outbox, and has them published once they are committed. */
    public Uni<Void> tell(List<OutboxEvent> told) {
        return OutboxTable.append(connection, told).invoke(() -> events.addAll(told));
    }

    /** Runs only if the transaction commits. Must not block and need not succeed: a sweeper looks after what it leaves. */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<OutboxEvent> events() {
        return List.copyOf(events);
    }

    List<Runnable> effects() {
        return List.copyOf(afterCommit);
    }
}
