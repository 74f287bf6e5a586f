package org.ovoz.notify.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.ovoz.contracts.team.SignedTeamRecord;

/** Sends one publication to a compacted topic, by its key. */
@ApplicationScoped
class PublicationSender {

    private final Producer<String, byte[]> producer;

    PublicationSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** The producer may block for a while when the broker is away, so it is called from a worker. */
    Uni<Void> send(String topic, Row row) {
        return Uni.createFrom()
                .completionStage(() -> acknowledged(topic, row))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private CompletableFuture<Void> acknowledged(String topic, Row row) {
        CompletableFuture<Void> fate = new CompletableFuture<>();
        producer.send(
                KafkaMessageFactory.createWriter(topic, row.getString("key")).writeBinary(toCloudEvent(row)),
                (metadata, fault) -> {
                    if (fault == null) {
                        fate.complete(null);
                    } else {
                        fate.completeExceptionally(fault);
                    }
                });
        return fate;
    }

    private static CloudEvent toCloudEvent(Row row) {
        String type = row.getString("type");
        return CloudEventBuilder.v1()
                .withId(row.getUUID("id").toString())
                .withType(type)
                .withSource(Relay.SOURCE)
                .withSubject(row.getString("key"))
                .withTime(row.getOffsetDateTime("occurred_at"))
                .withExtension("sequence", Long.toString(row.getLong("sequence")))
                .withDataContentType(type.equals(SignedTeamRecord.TYPE) ? "application/jose" : "application/json")
                .withData(row.getString("payload").getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
