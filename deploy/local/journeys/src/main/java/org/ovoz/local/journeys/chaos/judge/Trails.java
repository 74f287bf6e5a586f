package org.ovoz.local.journeys.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.EventTypes;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.local.journeys.chaos.judge.facts.AtTheDesk;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;
import org.ovoz.local.journeys.chaos.judge.facts.Told;
import org.ovoz.local.journeys.chaos.ledger.SentText;

/** Finds the trail of each text of the ledger. */
final class Trails {
    private static final String OPENED = EventTypes.nameOf(ReportReceived.class);

    private final Facts facts;
    private final Map<String, List<Stored.TextRow>> rows;
    private final Map<Written, List<Stored.ItemRow>> items;
    private final Map<UUID, Instant> openedAt;
    private final Map<UUID, List<Told>> aboutItem;
    private final Map<UUID, List<Told>> aboutOpening;
    private final Map<UUID, Long> cases;
    private final Set<UUID> applied;

    /** A report and a moment: together they name what one statement wrote. */
    private record Written(UUID report, Instant at) {}

    private Trails(Facts facts) {
        this.facts = facts;
        Stored stored = facts.stored();
        this.rows = stored.texts().stream().collect(Collectors.groupingBy(Stored.TextRow::hmac));
        this.items =
                stored.items().stream().collect(Collectors.groupingBy(item -> new Written(item.report(), item.at())));
        this.openedAt = stored.reports().stream()
                .collect(Collectors.toMap(Stored.ReportRow::report, Stored.ReportRow::openedAt, (a, b) -> a));
        this.aboutItem = new HashMap<>();
        this.aboutOpening = new HashMap<>();
        for (Told told : facts.told()) {
            told.item()
                    .ifPresent(item -> aboutItem
                            .computeIfAbsent(item, any -> new ArrayList<>())
                            .add(told));
            if (told.type().equals(OPENED)) {
                aboutOpening
                        .computeIfAbsent(told.report(), any -> new ArrayList<>())
                        .add(told);
            }
        }
        this.cases = facts.desk().cases().stream()
                .collect(Collectors.groupingBy(AtTheDesk.CaseRow::report, Collectors.counting()));
        this.applied = facts.desk().applied().stream()
                .map(AtTheDesk.AppliedRow::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<Trail> of(Facts facts) {
        Trails trails = new Trails(facts);
        return facts.account().texts().stream().map(trails::of).toList();
    }

    private Trail of(SentText text) {
        List<Stored.TextRow> found = rows.getOrDefault(facts.hmacs().getOrDefault(text.message(), ""), List.of());
        List<Stored.ItemRow> held = found.stream()
                .map(row -> new Written(row.report(), row.at()))
                .distinct()
                .flatMap(written -> items.getOrDefault(written, List.of()).stream())
                .toList();
        List<Told> told = held.stream().flatMap(this::told).toList();
        Set<UUID> appliedOfIt =
                told.stream().map(Told::event).filter(applied::contains).collect(Collectors.toUnmodifiableSet());
        long itsCases = found.stream()
                .map(Stored.TextRow::report)
                .distinct()
                .mapToLong(report -> cases.getOrDefault(report, 0L))
                .sum();
        return new Trail(text, found, held, told, appliedOfIt, itsCases);
    }

    /** The first text of a report is told as the report itself. */
    private Stream<Told> told(Stored.ItemRow item) {
        boolean opens = item.at().equals(openedAt.get(item.report()));
        return opens
                ? aboutOpening.getOrDefault(item.report(), List.of()).stream()
                : aboutItem.getOrDefault(item.item(), List.of()).stream();
    }
}
