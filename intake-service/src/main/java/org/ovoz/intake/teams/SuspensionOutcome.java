package org.ovoz.intake.teams;

import org.ovoz.contracts.TeamId;

/** What a signed suspension comes to. */
sealed interface SuspensionOutcome {

    /** Now, or when it came the first time. */
    record Suspended(TeamId team) implements SuspensionOutcome {}

    record NotSigned() implements SuspensionOutcome {}

    /** Its time is too far from intake's, and it was not applied before. */
    record TooOld() implements SuspensionOutcome {}

    /** Mistyped, rather: who suspends must not believe that it is done. */
    record UnknownTeam() implements SuspensionOutcome {}
}
