package org.ovoz.notify.key.proof;

import org.ovoz.notify.problem.Problems;

/** What became of a change to what opens a person's key. */
public sealed interface OpenerOutcome {

    record Done() implements OpenerOutcome {}

    /** No key yet, an id that is taken or none of theirs, or too many. */
    record Refused() implements OpenerOutcome {}

    /** Nobody showed that they have the key in hand. */
    record Unproven() implements OpenerOutcome {}

    /** For the resources' descriptions. */
    String UNPROVEN = "proof-refused: the request does not show that my key is open in this browser";

    static RuntimeException unproven() {
        return Problems.of(403, "proof-refused", "The request does not show that the key is open there");
    }
}
