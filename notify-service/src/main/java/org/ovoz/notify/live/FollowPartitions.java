package org.ovoz.notify.live;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.ovoz.notify.live.log.StreamPosition;

/** Starts at the end of each partition, whenever one is assigned: what was before is in the database, which every page loads first. */
@ApplicationScoped
@Identifier("changes")
class FollowPartitions implements KafkaConsumerRebalanceListener {

    private final LiveStreams streams;

    FollowPartitions(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        Map<Integer, Long> ends = new HashMap<>();
        consumer.endOffsets(assigned).forEach((partition, end) -> {
            consumer.seek(partition, end);
            ends.put(partition.partition(), end);
        });
        streams.goOnAt(new StreamPosition(ends));
    }
}
