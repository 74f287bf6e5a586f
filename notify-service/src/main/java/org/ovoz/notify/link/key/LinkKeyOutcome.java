package org.ovoz.notify.link.key;

/** What became of a key, or of what vouches for one. */
sealed interface LinkKeyOutcome {

    record Kept() implements LinkKeyOutcome {}

    /** Another browser was faster: its key is to be taken. */
    record AlreadyMade() implements LinkKeyOutcome {}

    /** The organisation has no such key. */
    record NoSuchKey() implements LinkKeyOutcome {}

    /** Not signed by a team of the caller's, or for another key or team than it has to be. */
    record Refused() implements LinkKeyOutcome {}
}
