package org.ovoz.local.journeys.chaos.judge;

import java.util.List;
import java.util.Optional;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/** What was acknowledged is stored, told and with the desk; so is everything else that is stored. */
final class Lost {

    private Lost() {}

    static List<String> in(List<Trail> trails) {
        return trails.stream()
                .filter(trail -> trail.text().outcome() == Outcome.OK || trail.isStored())
                .flatMap(
                        trail -> missing(trail)
                                .map(what -> trail.text().message() + " "
                                        + trail.text().outcome() + ": " + what)
                                .stream())
                .toList();
    }

    private static Optional<String> missing(Trail trail) {
        if (trail.rows().isEmpty()) {
            return Optional.of("no row of its id");
        }
        if (trail.items().isEmpty()) {
            return Optional.of("no item");
        }
        if (!trail.items().stream().allMatch(item -> item.textHash().isPresent())) {
            return Optional.of("its teams cannot open it");
        }
        if (!trail.items().stream()
                .allMatch(item -> item.textHash()
                        .equals(Optional.of(trail.text().sending().textHash())))) {
            return Optional.of("another text in its item");
        }
        if (trail.told().isEmpty()) {
            return Optional.of("not told to Kafka");
        }
        if (trail.cases() == 0) {
            return Optional.of("no case at the desk");
        }
        return trail.applied().isEmpty() ? Optional.of("not applied by the desk") : Optional.empty();
    }
}
