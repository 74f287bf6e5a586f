package org.ovoz.notify.key.recovery;

/** What became of a recovery key, or of a team's keys for one. */
sealed interface RecoveryOutcome {

    record Kept() implements RecoveryOutcome {}

    /** No public P-256 key, more papers needed than there are, a team of others, or somebody else's recovery key. */
    record Refused() implements RecoveryOutcome {}

    /** The team is none of the caller's. */
    record NotYours() implements RecoveryOutcome {}

    /** The recovery key is not there any more: others took its place. */
    record Replaced() implements RecoveryOutcome {}

    /** Neither the team's key of today nor an earlier one that the caller holds. */
    record UnknownKey() implements RecoveryOutcome {}

    /** Nobody who holds the team's keys of today vouches for the recovery key. */
    record AdmissionRefused() implements RecoveryOutcome {}
}
