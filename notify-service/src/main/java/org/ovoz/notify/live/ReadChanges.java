package org.ovoz.notify.live;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.ovoz.contracts.ReportId;

/** Reads which reports changed. What changed is read from the database, so the record's key is all that counts. */
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
            streams.changed(change.partition(), change.offset(), ReportId.of(String.valueOf(change.key())));
        } catch (IllegalArgumentException foreign) {
            LOG.warnf("change %d@%d is of no report", change.partition(), change.offset());
        }
        return Uni.createFrom().voidItem();
    }
}
