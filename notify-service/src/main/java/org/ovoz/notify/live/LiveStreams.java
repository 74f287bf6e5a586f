package org.ovoz.notify.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.ShownCase;
import org.ovoz.notify.cases.ShownCases;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.live.log.ChangeLog;
import org.ovoz.notify.live.log.Heard;
import org.ovoz.notify.live.log.StreamPosition;
import org.ovoz.notify.outbox.HeardHere;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * The connected readers of this instance. One batch is read from the database at a time; what changes meanwhile, and what a returning
 * reader missed, is read together by the next. So views never go back in time, and a flood costs no more than a few queries.
 */
@ApplicationScoped
class LiveStreams implements HeardHere {

    private static final Logger LOG = Logger.getLogger(LiveStreams.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ShownCases cases;
    private final CaseEvents caseEvents;
    private final LetIn letIn;
    private final Clock clock;
    private final ChangeLog log;
    private final Heard heard = new Heard();
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> following = new CompletableFuture<>();
    private final Set<ReportId> changed = new LinkedHashSet<>();
    private boolean reading;

    LiveStreams(
            ShownCases cases,
            CaseEvents caseEvents,
            LetIn letIn,
            LiveSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.cases = cases;
        this.caseEvents = caseEvents;
        this.letIn = letIn;
        this.clock = clock;
        this.log = new ChangeLog(settings.remembered());
        meters.gauge("ovoz.live.streams", this, one -> one.streams.size());
    }

    /**
     * Opens a stream that misses nothing from now on.
     *
     * @param lastEventId where the reader stopped; what is not known (any more) gets a reset
     * @param ends when the reader's token runs out
     */
    LiveStream open(Caller caller, @Nullable String lastEventId, Instant ends) {
        LiveStream stream = new LiveStream(caller, ends, streams::remove);
        join(stream, lastEventId);
        readOn();
        return stream;
    }

    /** Once there is something to follow; a reader who came before would have to load anew. */
    Uni<Void> following() {
        return Uni.createFrom().completionStage(following);
    }

    /** Reading goes on at these offsets, by partition. */
    void goOnAt(StreamPosition position) {
        synchronized (this) {
            boolean unbroken = true;
            for (Map.Entry<Integer, Long> one : position.next().entrySet()) {
                unbroken &= log.goOnAt(one.getKey(), one.getValue());
            }
            if (!unbroken) {
                resetAll();
            }
        }
        following.complete(null);
    }

    /** The bus brings a change. What this instance changed itself it has heard of, and read since. */
    void changed(int partition, long offset, ReportId report, long sequence) {
        synchronized (this) {
            if (!log.add(partition, offset, report)) {
                resetAll();
            }
            if (!heard.covers(report, sequence)) {
                changed.add(report);
            }
        }
        readOn();
    }

    /** What this instance changed itself is shown before the bus brings it. */
    @Override
    public void changed(ReportId report, long sequence) {
        synchronized (this) {
            heard.add(report, sequence);
            changed.add(report);
        }
        readOn();
    }

    /** Where nothing changes, somebody who was stopped is out by the next beat; a database that is away ends nobody's stream. */
    @Scheduled(every = "{ovoz.live.heartbeat}")
    Uni<Void> beat() {
        Instant now = clock.instant();
        return endWhoIsOut().onFailure().recoverWithNull().invoke(() -> {
            StreamPosition reached = reached();
            streams.forEach(stream -> stream.beat(now, reached));
        });
    }

    /** Where all readers stand; none while something is still to be shown. What was heard here was shown before the bus brought it. */
    private synchronized @Nullable StreamPosition reached() {
        boolean isBehind = reading || !changed.isEmpty() || streams.stream().anyMatch(LiveStream::isBehind);
        return isBehind ? null : log.position();
    }

    private Uni<Void> endWhoIsOut() {
        List<LiveStream> readers = List.copyOf(streams);
        return readers.isEmpty()
                ? Uni.createFrom().voidItem()
                : letIn.among(readers)
                        .invoke(in -> readers.stream()
                                .filter(reader ->
                                        !in.contains(reader.caller().id().value()))
                                .forEach(LiveStream::end))
                        .replaceWithVoid();
    }

    /** Before the stop waits for requests under way, which streams would be for ever. */
    void endAll(@Observes ShutdownDelayInitiatedEvent stopping) {
        streams.forEach(LiveStream::end);
    }

    private synchronized void join(LiveStream stream, @Nullable String lastEventId) {
        StreamPosition here = log.position();
        if (lastEventId == null) {
            stream.send(List.of(LiveEvent.comment("welcome", here)));
        } else {
            StreamPosition.parse(lastEventId)
                    .flatMap(log::since)
                    .map(this::withWhatWasHeard)
                    .ifPresentOrElse(stream::hasMissed, () -> stream.send(List.of(LiveEvent.reset(here))));
        }
        streams.add(stream);
    }

    /** The bus brings it to a reader who comes in between no more. */
    private Set<ReportId> withWhatWasHeard(Set<ReportId> missed) {
        Set<ReportId> all = new LinkedHashSet<>(missed);
        all.addAll(heard.reports());
        return all;
    }

    private void readOn() {
        Optional<Batch> next = board();
        if (next.isEmpty()) {
            return;
        }
        Batch batch = next.get();
        Uni.createFrom()
                .deferred(() -> Uni.combine()
                        .all()
                        .unis(endWhoIsOut(), cases.of(batch.reports()))
                        .with((ended, shown) -> shown))
                .onFailure(DatabaseFaults::passes)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(shown -> landed(batch, shown), fault -> failed(batch, fault));
    }

    /** Empty while a batch is under way, and when there is nothing to show or nobody to show it to. */
    private synchronized Optional<Batch> board() {
        if (reading) {
            return Optional.empty();
        }
        Batch batch = Batch.of(changed, streams, log.position());
        changed.clear();
        reading = !streams.isEmpty() && !batch.reports().isEmpty();
        return reading ? Optional.of(batch) : Optional.empty();
    }

    private void landed(Batch batch, List<ShownCase> shown) {
        List<LiveCase> written = caseEvents.write(shown);
        batch.missed().keySet().forEach(stream -> stream.send(caseEvents.of(batch, stream, written)));
        done();
    }

    private void failed(Batch batch, Throwable fault) {
        LOG.errorf("changes could not be shown: %s", fault.getClass().getName());
        batch.missed().keySet().forEach(stream -> stream.send(List.of(LiveEvent.reset(batch.position()))));
        done();
    }

    private void done() {
        synchronized (this) {
            reading = false;
        }
        readOn();
    }

    private void resetAll() {
        StreamPosition here = log.position();
        streams.forEach(stream -> stream.send(List.of(LiveEvent.reset(here))));
    }
}
