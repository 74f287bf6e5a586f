package org.ovoz.local.journeys.chaos.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ovoz.local.journeys.chaos.judge.facts.Told;

/** How far the topic is from the sequences of its reports. Not a wrong: consumers put events in line. */
final class TopicOrder {

    private TopicOrder() {}

    /** @return how many events came after a later one of their report; what was sent again does not count */
    static long overtaken(List<Told> told) {
        Map<UUID, Long> highest = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        return told.stream()
                .filter(one -> seen.add(one.event()))
                .filter(one -> highest.merge(one.report(), one.sequence(), Math::max) > one.sequence())
                .count();
    }

    /** @return how many records are an event sent again */
    static long repeated(List<Told> told) {
        return told.size() - told.stream().map(Told::event).distinct().count();
    }
}
