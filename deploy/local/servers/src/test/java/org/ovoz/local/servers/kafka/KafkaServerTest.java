package org.ovoz.local.servers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.LocalDirectory;

class KafkaServerTest {
    private static final String TOPIC = "kept.v1";

    @TempDir
    Path temp;

    @Test
    void acknowledgedMessagesSurviveARestart() throws Exception {
        try (KafkaServer first = start()) {
            first.create(List.of(Topic.kept(TOPIC, 2, Duration.ofDays(7)), Topic.compacted("compacted.v1", 1)));
            send(first.bootstrap(), "hello");
        }
        try (KafkaServer second = start()) {
            assertThat(read(second.bootstrap())).containsExactly("hello");
        }
    }

    private KafkaServer start() {
        List<Integer> ports = FreePorts.some(2);
        return KafkaServer.start("kafka", new LocalDirectory(temp), ports.getFirst(), ports.getLast());
    }

    private static void send(String bootstrap, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "key", value)).get();
        }
    }

    private static List<String> read(String bootstrap) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            return StreamSupport.stream(
                            consumer.poll(Duration.ofSeconds(10)).records(TOPIC).spliterator(), false)
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
