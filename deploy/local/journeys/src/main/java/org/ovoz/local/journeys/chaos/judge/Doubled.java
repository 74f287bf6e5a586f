package org.ovoz.local.journeys.chaos.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.judge.facts.AtTheDesk;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.judge.facts.OnPhones;
import org.ovoz.local.journeys.chaos.judge.facts.Stored;

/**
 * The same event may be in the topic twice, with the same id; nothing else may be anywhere twice. A sender has one report: in a run nobody
 * falls silent for a day and nothing is closed.
 */
final class Doubled {

    private Doubled() {}

    static List<String> in(Facts facts, List<Trail> trails) {
        List<String> found = new ArrayList<>();
        for (Trail trail : trails) {
            String message = trail.text().message();
            add(found, message + " rows of its id", trail.rows().size());
            add(found, message + " items", trail.items().size());
            add(found, message + " events", trail.events().size());
        }
        reportsOf(facts, trails)
                .forEach((sender, reports) ->
                        add(found, "reports of the phone ending in " + ending(sender), reports.size()));
        Map<UUID, Long> cases = facts.desk().cases().stream()
                .collect(Collectors.groupingBy(AtTheDesk.CaseRow::report, Collectors.counting()));
        cases.forEach((report, times) -> add(found, "report " + report + " cases", times));
        for (OnPhones phone : facts.phones()) {
            if (phone.seen() > phone.most()) {
                found.add(phone.what() + " on the phone ending in " + ending(phone.phone()) + ": " + phone.seen()
                        + ", at most " + phone.most());
            }
        }
        return found;
    }

    private static Map<String, Set<UUID>> reportsOf(Facts facts, List<Trail> trails) {
        Set<UUID> opened = facts.stored().reports().stream()
                .filter(report ->
                        !report.openedAt().isBefore(facts.account().began().at()))
                .map(Stored.ReportRow::report)
                .collect(Collectors.toUnmodifiableSet());
        return trails.stream()
                .collect(Collectors.groupingBy(
                        trail -> trail.text().sending().sender(),
                        Collectors.flatMapping(
                                trail -> trail.rows().stream()
                                        .map(Stored.TextRow::report)
                                        .filter(opened::contains),
                                Collectors.toUnmodifiableSet())));
    }

    private static String ending(String number) {
        return number.substring(number.length() - 4);
    }

    private static void add(List<String> found, String what, long times) {
        if (times > 1) {
            found.add(what + ": " + times);
        }
    }
}
