package org.ovoz.local.journeys.chaos.judge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;
import org.ovoz.local.journeys.chaos.judge.facts.Told;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/**
 * What is found of one text.
 *
 * @param told the records about it, each as often as it is in the topic
 * @param applied those of their ids that the desk has applied
 * @param cases the cases of its reports
 */
record Trail(
        SentText text,
        List<Stored.TextRow> rows,
        List<Stored.ItemRow> items,
        List<Told> told,
        Set<UUID> applied,
        long cases) {

    boolean isStored() {
        return !rows.isEmpty() || !items.isEmpty();
    }

    Set<UUID> events() {
        return told.stream().map(Told::event).collect(Collectors.toUnmodifiableSet());
    }
}
