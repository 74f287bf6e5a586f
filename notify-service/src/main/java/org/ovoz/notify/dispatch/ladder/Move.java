package org.ovoz.notify.dispatch.ladder;

import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.desk.PersonId;

/** What a ladder does now. Rungs on which there is nobody to tell are passed over, each once a round. */
public sealed interface Move {

    List<Rung> passedOver();

    /** Tells these people, and goes on at {@code next} unless somebody acts. */
    record Tell(Rung rung, List<PersonId> people, List<Rung> passedOver, Instant next) implements Move {}

    /** Waits until the teams that step in are let in. */
    record Wait(List<Rung> passedOver, boolean nobodyTold, Instant until) implements Move {}

    /** All rungs were climbed: it begins anew at {@code next}. */
    record NewRound(List<Rung> passedOver, boolean nobodyTold, Instant next) implements Move {}
}
