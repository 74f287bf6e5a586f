package org.ovoz.local.journeys.chaos.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.judge.facts.AtTheDesk;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/**
 * What a person sees has to be in the order in which it was said. The topic itself may be out of line after a fault: an event that was
 * left behind comes by the sweeper, later ones went before, and the desk's inbox puts them in line.
 */
final class OutOfOrder {

    private OutOfOrder() {}

    static List<String> in(Facts facts, List<Trail> trails) {
        List<String> found = new ArrayList<>(ofSenders(trails));
        found.addAll(atTheDesk(facts.desk()));
        return found;
    }

    private record Numbered(UUID report, long sequence, Trail trail) {}

    private static List<String> ofSenders(List<Trail> trails) {
        List<String> found = new ArrayList<>();
        Map<UUID, List<Numbered>> reports = trails.stream()
                .filter(trail ->
                        trail.text().outcome() == Outcome.OK && !trail.told().isEmpty())
                .map(trail -> new Numbered(
                        trail.told().getFirst().report(),
                        trail.told().getFirst().sequence(),
                        trail))
                .collect(Collectors.groupingBy(Numbered::report));
        reports.forEach((report, texts) -> {
            List<Numbered> bySequence = texts.stream()
                    .sorted(Comparator.comparingLong(Numbered::sequence))
                    .toList();
            for (int i = 1; i < bySequence.size(); i++) {
                if (place(bySequence.get(i)) < place(bySequence.get(i - 1))) {
                    found.add("report " + report + ": text " + place(bySequence.get(i)) + " after "
                            + place(bySequence.get(i - 1)));
                }
            }
        });
        return found;
    }

    private static int place(Numbered text) {
        return text.trail().text().sending().place();
    }

    private static List<String> atTheDesk(AtTheDesk desk) {
        List<String> found = new ArrayList<>();
        Map<UUID, List<AtTheDesk.AppliedRow>> reports =
                desk.applied().stream().collect(Collectors.groupingBy(AtTheDesk.AppliedRow::report));
        reports.forEach((report, rows) -> {
            List<AtTheDesk.AppliedRow> bySequence = rows.stream()
                    .sorted(Comparator.comparingLong(AtTheDesk.AppliedRow::sequence))
                    .toList();
            for (int i = 1; i < bySequence.size(); i++) {
                AtTheDesk.AppliedRow before = bySequence.get(i - 1);
                if (bySequence.get(i).at().isBefore(before.at())) {
                    found.add("report " + report + ": " + before.sequence() + " applied after the next one");
                }
            }
        });
        return found;
    }
}
