package org.ovoz.local.servers.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic of one broker: kept for a time, or compacted and kept for ever. */
public record Topic(String name, int partitions, Map<String, String> settings) {

    public static Topic kept(String name, int partitions, Duration retention) {
        return new Topic(
                name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", "" + retention.toMillis()));
    }

    public static Topic compacted(String name, int partitions) {
        return new Topic(name, partitions, Map.of("cleanup.policy", "compact"));
    }

    NewTopic asNew() {
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }
}
