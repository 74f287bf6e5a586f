package org.ovoz.notify.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.live.log.StreamPosition;

/** One connected reader. Who reads too slowly, or whose token has run out, is ended and may come again where it stopped. */
final class LiveStream {

    private static final int WAITING_AT_MOST = 1024;

    private final Caller caller;
    private final Instant ends;
    private final Queue<LiveEvent> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final UnicastProcessor<LiveEvent> events;
    private Set<ReportId> missed = Set.of();

    /** @param gone told once, when the reader is gone or the stream has ended */
    LiveStream(Caller caller, Instant ends, Consumer<LiveStream> gone) {
        this.caller = caller;
        this.ends = ends;
        this.events = UnicastProcessor.create(waiting, () -> gone.accept(this));
    }

    Caller caller() {
        return caller;
    }

    Multi<LiveEvent> events() {
        return events;
    }

    /** What came while the reader was away; shown with the next that is read from the database. */
    void hasMissed(Set<ReportId> reports) {
        missed = reports;
    }

    Set<ReportId> takeMissed() {
        Set<ReportId> taken = missed;
        missed = Set.of();
        return taken;
    }

    synchronized void send(List<LiveEvent> more) {
        if (waiting.size() + more.size() > WAITING_AT_MOST) {
            events.onComplete();
            return;
        }
        more.forEach(events::onNext);
    }

    boolean isBehind() {
        return !missed.isEmpty();
    }

    /**
     * Tells the line from a dead one.
     *
     * @param reached where the reader stands, if that is known
     */
    void beat(Instant now, @Nullable StreamPosition reached) {
        if (now.isBefore(ends)) {
            send(List.of(LiveEvent.comment("beat", reached)));
        } else {
            end();
        }
    }

    synchronized void end() {
        events.onComplete();
    }
}
