package org.ovoz.notify.key.team;

/** What became of keys that were given to a member. */
sealed interface AdmitOutcome {

    record Admitted() implements AdmitOutcome {}

    /** The team is none of the caller's, or the person is none of the team's. */
    record NotYours() implements AdmitOutcome {}

    /** The member has another key by now. */
    record KeyChanged() implements AdmitOutcome {}

    /** Neither the team's key of today nor an earlier one that the caller holds. */
    record UnknownKey() implements AdmitOutcome {}

    /** Nobody who holds the team's keys of today has signed that this key of this member was compared. */
    record AdmissionRefused() implements AdmitOutcome {}
}
