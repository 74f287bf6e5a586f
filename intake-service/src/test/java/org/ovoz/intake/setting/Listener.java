package org.ovoz.intake.setting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears everything on a topic, from its beginning, as long as the tests run. */
final class Listener implements Runnable {

    private final String topic;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();

    private Listener(String topic) {
        this.topic = topic;
    }

    static Listener on(String topic) {
        Listener listener = new Listener(topic);
        Thread.ofPlatform().daemon().name("listener").start(listener);
        return listener;
    }

    List<ConsumerRecord<String, byte[]>> heard() {
        return heard;
    }

    @Override
    public void run() {
        Map<String, Object> settings = Map.of("bootstrap.servers", IntakeSetting.kafka());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(heard::add);
            }
        }
    }
}
