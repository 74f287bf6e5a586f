package org.ovoz.transport.inbox;

/** In which order the events of a key are applied. */
public enum SequenceRule {
    /** One after the other without a gap: topics that tell a story. */
    GAPLESS,
    /** Only ever newer ones, gaps allowed, tombstones ignored: compacted topics that hold the latest state. */
    LATEST
}
