package org.ovoz.notify.dispatch.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.desk.PersonId;

/** Keeps what the desk's rows keep of a ladder, and lets it climb in a time of its own. */
final class Climber {

    /** A move, and where and when it was made. */
    record Step(Position from, Instant at, Move move) {}

    private final EscalationLadder ladder;
    private final Set<Integer> climbed = new HashSet<>();
    private final Set<PersonId> told = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private int round = 1;
    private boolean rang;
    private Instant now;

    Climber(EscalationLadder ladder, Instant start) {
        this.ladder = ladder;
        this.now = start;
    }

    /** @param reached whether the alerts of this step get through; if not, the ladder goes on at once */
    Step step(Cast cast, @Nullable Instant letIn, boolean reached) {
        Position from = new Position(round, climbed, told, rang);
        Move move = ladder.next(from, cast, now, letIn);
        steps.add(new Step(from, now, move));
        move.passedOver().forEach(rung -> climbed.add(rung.number()));
        switch (move) {
            case Move.Tell tell -> {
                climbed.add(tell.rung().number());
                told.addAll(tell.people());
                rang |= reached;
                now = reached ? tell.next() : now;
            }
            case Move.Wait wait -> now = wait.until();
            case Move.NewRound anew -> {
                round++;
                climbed.clear();
                told.clear();
                rang = false;
                now = anew.next();
            }
        }
        return steps.getLast();
    }

    List<Step> steps() {
        return steps;
    }

    Instant now() {
        return now;
    }
}
