package org.ovoz.local.journeys.leaks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.local.journeys.running.Bus;

/** Every record of every topic from offset 0: key, value and headers. */
final class TopicDump {

    private TopicDump() {}

    static Map<String, byte[]> of(Bus bus) {
        Map<String, ByteArrayOutputStream> dump = new LinkedHashMap<>();
        bus.topics().forEach(topic -> dump.put(topic, write(bus.everythingIn(topic))));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        dump.forEach((topic, written) -> bytes.put(topic, written.toByteArray()));
        return bytes;
    }

    private static ByteArrayOutputStream write(List<ConsumerRecord<byte[], byte[]>> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            line(bytes, record.key());
            line(bytes, record.value());
            record.headers().forEach(header -> {
                line(bytes, header.key().getBytes(StandardCharsets.UTF_8));
                line(bytes, header.value());
            });
        }
        return bytes;
    }

    private static void line(ByteArrayOutputStream bytes, byte[] part) {
        if (part != null) {
            bytes.writeBytes(part);
        }
        bytes.write('\n');
    }
}
