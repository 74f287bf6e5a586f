package org.ovoz.local.journeys.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;

/** Since the run began nothing came into being that the ledger does not explain. Needs a stack that nobody else writes to. */
final class Phantom {

    private Phantom() {}

    static List<String> in(Facts facts) {
        List<String> found = new ArrayList<>();
        Instant began = facts.account().began().at();
        Stored stored = facts.stored();
        Set<String> sent = new HashSet<>(facts.hmacs().values());
        Set<UUID> reports =
                stored.reports().stream().map(Stored.ReportRow::report).collect(Collectors.toUnmodifiableSet());
        Set<List<Object>> written = stored.texts().stream()
                .map(row -> List.<Object>of(row.report(), row.at()))
                .collect(Collectors.toUnmodifiableSet());
        Set<UUID> wroteIn = stored.texts().stream().map(Stored.TextRow::report).collect(Collectors.toUnmodifiableSet());
        stored.texts().stream()
                .filter(row -> !sent.contains(row.hmac()))
                .forEach(row -> found.add("a text in report " + row.report() + " at " + row.at()));
        stored.items().stream()
                .filter(item -> !written.contains(List.<Object>of(item.report(), item.at())))
                .forEach(item -> found.add("item " + item.item() + " of no text"));
        stored.reports().stream()
                .filter(report -> !report.openedAt().isBefore(began) && !wroteIn.contains(report.report()))
                .forEach(report -> found.add("report " + report.report() + " of no text"));
        facts.told().stream()
                .filter(told -> !told.at().isBefore(began) && !reports.contains(told.report()))
                .forEach(told -> found.add("event " + told.event() + " of no report"));
        facts.desk().cases().stream()
                .filter(one -> !one.receivedAt().isBefore(began) && !reports.contains(one.report()))
                .forEach(one -> found.add("case " + one.report() + " of no report"));
        return found;
    }
}
