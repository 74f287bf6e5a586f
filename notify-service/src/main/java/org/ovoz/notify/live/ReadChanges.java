package org.ovoz.notify.live;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;
import org.ovoz.transport.inbox.ReceivedEvent;
import org.ovoz.transport.inbox.UnreadableEvent;

/** Reads which reports changed. What changed is read from the database, so of the record only its report and its sequence count. */
@ApplicationScoped
class ReadChanges {

    private static final Logger LOG = Logger.getLogger(ReadChanges.class);

    private final LiveStreams streams;

    ReadChanges(LiveStreams streams) {
        this.streams = streams;
    }

    @Incoming("changes")
    Uni<Void> read(ConsumerRecord<String, byte[]> change) {
        try {
            ReportId report = ReportId.of(String.valueOf(change.key()));
            streams.changed(change.partition(), change.offset(), report, sequenceOf(change));
        } catch (IllegalArgumentException foreign) {
            LOG.warnf("change %d@%d is of no report", change.partition(), change.offset());
        }
        return Uni.createFrom().voidItem();
    }

    /** What cannot be read may tell of anything. */
    private static long sequenceOf(ConsumerRecord<String, byte[]> change) {
        try {
            return ReceivedEvent.from(change).sequence();
        } catch (UnreadableEvent unreadable) {
            return Long.MAX_VALUE;
        }
    }
}
