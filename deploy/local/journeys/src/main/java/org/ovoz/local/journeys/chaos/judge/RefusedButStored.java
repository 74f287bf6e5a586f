package org.ovoz.local.journeys.chaos.judge;

import java.util.List;
import org.ovoz.local.journeys.chaos.ledger.Outcome;

/** Whoever is told "nothing was stored" must be able to believe it. */
final class RefusedButStored {

    private RefusedButStored() {}

    static List<String> in(List<Trail> trails) {
        return trails.stream()
                .filter(trail -> trail.text().outcome() == Outcome.REFUSED && trail.isStored())
                .map(trail ->
                        trail.text().message() + " of " + trail.text().sending().at())
                .toList();
    }
}
