package org.ovoz.intake.topic;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.ovoz.transport.faults.DatabaseFaults;

/**
 * Stores a record before it is acknowledged: tried again for as long as the database is away. What fails otherwise is logged by its place
 * and passed over, since it would fail each time.
 *
 * @param retryAfter the first rest between two attempts
 * @param retryAtMost the longest
 */
public record StoreRecord(Duration retryAfter, Duration retryAtMost) {

    private static final Logger LOG = Logger.getLogger(StoreRecord.class);

    public CompletionStage<Void> store(
            Message<ConsumerRecord<String, byte[]>> message, Function<ConsumerRecord<String, byte[]>, Uni<Void>> take) {
        ConsumerRecord<String, byte[]> received = message.getPayload();
        return Uni.createFrom()
                .deferred(() -> take.apply(received))
                .onFailure(DatabaseFaults::passes)
                .retry()
                .withBackOff(retryAfter, retryAtMost)
                .indefinitely()
                .onFailure()
                .invoke(fault -> LOG.errorf(
                        "record %s-%d@%d not applied: %s",
                        received.topic(),
                        received.partition(),
                        received.offset(),
                        fault.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .chain(() -> Uni.createFrom().completionStage(message.ack()))
                .subscribeAsCompletionStage();
    }
}
