package org.ovoz.notify.dispatch.ladder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;

/**
 * Climbs from the first on call to a coordinator, rung by rung, until somebody has really taken the report. No rung twice within a
 * round; after the last it begins anew.
 *
 * @param rungs in order
 * @param rest after the first round; each further round rests twice as long, so that a provider that fails floods nobody with the rest
 * @param restAtMost the longest rest
 */
public record EscalationLadder(List<Rung> rungs, Duration rest, Duration restAtMost) {

    /** How soon to look again when there was nobody at all to tell. */
    static final Duration NOBODY = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 16;

    public EscalationLadder {
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder has rungs");
        }
        rungs = List.copyOf(rungs);
    }

    /** @param letIn from when on the teams that step in can read the report; null if they cannot */
    public Move next(Position position, Cast cast, Instant now, @Nullable Instant letIn) {
        boolean early = letIn != null && letIn.isAfter(now);
        List<Rung> passedOver = new ArrayList<>();
        for (Rung rung : open(position, early)) {
            boolean escalation = rung.reach() == Reach.ESCALATION;
            List<PersonId> people = escalation && letIn == null ? List.of() : cast.of(rung, position);
            if (people.isEmpty()) {
                passedOver.add(rung);
            } else if (escalation && letIn != null && letIn.isAfter(now)) {
                return new Move.Wait(passedOver, position.told().isEmpty(), letIn);
            } else {
                return new Move.Tell(rung, people, passedOver, now.plus(rung.then()));
            }
        }
        boolean nobody = position.told().isEmpty();
        return new Move.NewRound(passedOver, nobody, now.plus(nobody ? NOBODY : restAfter(position.round())));
    }

    Duration restAfter(int round) {
        Duration doubled = rest.multipliedBy(1L << Math.min(round - 1, MOST_DOUBLINGS));
        return doubled.compareTo(restAtMost) < 0 ? doubled : restAtMost;
    }

    /** While nobody's phone rang, nothing waits for the teams that step in: who can read the report now comes first. */
    private List<Rung> open(Position position, boolean early) {
        List<Rung> open = rungs.stream()
                .filter(rung -> !position.climbed().contains(rung.number()))
                .toList();
        if (!early || position.rang()) {
            return open;
        }
        return Stream.concat(
                        open.stream().filter(rung -> rung.reach() != Reach.ESCALATION),
                        open.stream().filter(rung -> rung.reach() == Reach.ESCALATION))
                .toList();
    }
}
