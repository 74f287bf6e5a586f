package org.ovoz.intake.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.transport.outbox.OutboxPartitions;
import org.ovoz.transport.outbox.OutboxProducer;
import org.ovoz.transport.outbox.OutboxRelay;
import org.ovoz.transport.outbox.RelayOptions;
import org.ovoz.transport.outbox.Republish;
import org.ovoz.transport.transaction.Transactions;

/** Intake's relay from outbox to Kafka. */
@Startup
@ApplicationScoped
public class Relay {

    /** Who writes intake's events ({@code ce_source}). */
    static final URI SOURCE = URI.create("urn:ovoz:intake");

    private static final int COMING_MONTHS = 2;

    private static final Duration[] ACKNOWLEDGED_WITHIN = IntStream.of(1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100, 500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final OutboxRelay relay;
    private final OutboxPartitions partitions;

    Relay(OutboxRelay relay, Pool pool, Clock clock) {
        this.relay = relay;
        this.partitions = new OutboxPartitions(pool, clock);
    }

    @PostConstruct
    void start() {
        relay.start();
    }

    @Scheduled(every = "24h", delayed = "0s")
    Uni<Void> makePartitions() {
        return partitions.ensure(COMING_MONTHS);
    }

    @Produces
    @Singleton
    static Producer<String, byte[]> producer(
            @ConfigProperty(name = "ovoz.kafka") String bootstrap,
            @ConfigProperty(name = "ovoz.instance") String instance) {
        return OutboxProducer.open(bootstrap, instance, Map.of());
    }

    static void close(@Disposes Producer<String, byte[]> producer) {
        producer.close();
    }

    @Produces
    @Singleton
    static OutboxRelay relay(Pool pool, Producer<String, byte[]> producer, Clock clock, MeterRegistry meters) {
        Timer acknowledged = Timer.builder("ovoz.outbox.acknowledged")
                .description("from an event's COMMIT to its being in Kafka, of those that were not left to the sweeper")
                .serviceLevelObjectives(ACKNOWLEDGED_WITHIN)
                .register(meters);
        return new OutboxRelay(pool, producer, clock, RelayOptions.of(SOURCE), acknowledged::record);
    }

    @Produces
    @Singleton
    static Republish republish(Pool pool, Producer<String, byte[]> producer, Clock clock) {
        return new Republish(pool, producer, clock, SOURCE);
    }

    static void close(@Disposes OutboxRelay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    static Transactions transactions(Pool pool, OutboxRelay relay) {
        return new Transactions(pool, relay);
    }
}
