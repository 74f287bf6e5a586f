package org.ovoz.notify.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ovoz.transport.inbox.Inbox;

/**
 * The only consumer of {@code ovoz.reports.v1}. The records of a partition are taken one after the other, the partitions beside each
 * other; a record is acknowledged once it is stored, never before. What cannot be applied is parked by the inbox, so the only thing
 * that stops a partition is a database that does not answer.
 */
@Startup
@ApplicationScoped
class ReceiveReports {

    private static final Logger LOG = Logger.getLogger(ReceiveReports.class);
    private static final int PARTITIONS_AT_MOST = 1024;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Multi<Message<byte[]>> reports;
    private final Inbox inbox;
    private final ApplyReportEvent applyReportEvent;
    private @Nullable Cancellable receiving;

    ReceiveReports(@Channel("reports") Multi<Message<byte[]>> reports, Inbox inbox, ApplyReportEvent applyReportEvent) {
        this.reports = reports;
        this.inbox = inbox;
        this.applyReportEvent = applyReportEvent;
    }

    @PostConstruct
    void start() {
        receiving = reports.group()
                .by(message -> recordOf(message).partition())
                .onItem()
                .transformToMulti(partition -> partition.onItem().transformToUniAndConcatenate(this::receive))
                .merge(PARTITIONS_AT_MOST)
                .subscribe()
                .with(
                        done -> {},
                        fault -> LOG.fatalf(
                                "receiving ended: %s", fault.getClass().getName()));
    }

    @PreDestroy
    void stop() {
        if (receiving != null) {
            receiving.cancel();
        }
    }

    private Uni<Void> receive(Message<byte[]> message) {
        ConsumerRecord<String, byte[]> record = recordOf(message);
        return inbox.receiveUntilStored(record, applyReportEvent)
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "record %s-%d@%d could not be stored: %s",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        fault.getClass().getName()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(stored -> Uni.createFrom().completionStage(message.ack()));
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> recordOf(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
    }
}
