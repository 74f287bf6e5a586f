package org.ovoz.transport.outbox;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka producer of the outbox: idempotent, acknowledged by all replicas, without lingering. */
public final class OutboxProducer {

    private OutboxProducer() {}

    /** @param extra connection settings (TLS, SASL); they cannot weaken the guarantees */
    public static Producer<String, byte[]> open(String bootstrapServers, String clientId, Map<String, String> extra) {
        Properties properties = new Properties();
        properties.putAll(extra);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        // A broker that is away is found out soon, and found again soon: the rows wait in the database, not in the
        // producer.
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "2000");
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "8000");
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, "50");
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500");
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }
}
