package org.ovoz.notify.key.founding;

/** What became of a team's first keys. */
sealed interface FoundOutcome {

    /** They wait for the line's signature. */
    record Proposed() implements FoundOutcome {}

    /** No team that the caller was asked to found. */
    record NotYours() implements FoundOutcome {}

    /** The caller has another key by now. */
    record KeyChanged() implements FoundOutcome {}

    /** Not signed with its own order key, another team than was named, or the caller is not admitted. */
    record Refused() implements FoundOutcome {}
}
