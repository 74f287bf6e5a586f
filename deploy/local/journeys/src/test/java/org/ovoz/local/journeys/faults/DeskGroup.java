package org.ovoz.local.journeys.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.ovoz.local.journeys.running.Bus;
import org.ovoz.local.journeys.web.Await;

/** The desk's instances as Kafka sees them: one group that shares the partitions of {@code ovoz.reports.v1}. */
record DeskGroup(Bus bus) {
    private static final String GROUP = "desk";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Until that instance has partitions of its own. */
    void awaitMember(String instance) {
        Await.until(
                instance + " to have partitions",
                SOON,
                () -> Optional.of(partitionsOf(instance)).filter(partitions -> !partitions.isEmpty()));
    }

    Set<TopicPartition> partitionsOf(String instance) {
        return described().members().stream()
                .filter(member -> member.groupInstanceId().equals(Optional.of(GROUP + "-" + instance)))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    /** Until the group has acknowledged that record. */
    void awaitAcknowledged(ConsumerRecord<byte[], byte[]> record) {
        Await.until(
                "the record to be acknowledged",
                SOON,
                () -> isAcknowledged(record) ? Optional.of(true) : Optional.empty());
    }

    boolean isAcknowledged(ConsumerRecord<byte[], byte[]> record) {
        try (Admin admin = bus.admin()) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    get(admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata());
            OffsetAndMetadata next = offsets.get(new TopicPartition(record.topic(), record.partition()));
            return next != null && next.offset() > record.offset();
        }
    }

    /** A static member that has ended keeps its partitions for a while; whoever takes it away for good takes it out of the group. */
    void remove(String instance) {
        if (partitionsOf(instance).isEmpty()) {
            return;
        }
        List<MemberToRemove> gone = List.of(new MemberToRemove(GROUP + "-" + instance));
        try (Admin admin = bus.admin()) {
            get(admin.removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions(gone))
                    .all());
        }
    }

    private ConsumerGroupDescription described() {
        try (Admin admin = bus.admin()) {
            return get(admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .get(GROUP));
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
