package org.ovoz.notify.shift.checkin;

import java.time.Instant;
import org.ovoz.contracts.TeamId;

/** What became of the wish for something to open. */
sealed interface GivenOutcome {

    record Given(TeamId team, TestItem item, Instant until) implements GivenOutcome {}

    /** The duty begins too much later. */
    record TooEarly() implements GivenOutcome {}

    record NotYours() implements GivenOutcome {}
}
