package org.ovoz.transport.inbox;

/** In which order the events of a key are applied. */
public enum SequenceRule {

    /** One after the other without a gap: topics that tell a story. */
    GAPLESS {
        @Override
        EventState stateOf(long sequence, long expected) {
            if (sequence < expected) {
                return EventState.OUT_OF_ORDER;
            }
            return sequence == expected ? EventState.APPLIED : EventState.WAITING;
        }
    },

    /** Only ever newer ones, gaps allowed, tombstones ignored: compacted topics that hold the latest state. */
    LATEST {
        @Override
        EventState stateOf(long sequence, long expected) {
            return sequence < expected ? EventState.SKIPPED : EventState.APPLIED;
        }
    };

    abstract EventState stateOf(long sequence, long expected);
}
