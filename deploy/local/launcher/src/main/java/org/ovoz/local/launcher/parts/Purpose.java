package org.ovoz.local.launcher.parts;

import java.util.List;
import java.util.Map;

/** What a stack is run for; it decides how its services are compiled, and how long they take their time. */
public enum Purpose {
    /** As in production, since what is measured here is to say something about there. */
    WORK,
    /** The services write their start-up caches when they stop. */
    TRAINING,
    /** By the first compiler alone: a start takes half the processor time, and a test is over before the second one pays off. */
    TESTS;

    /** Nobody looks at the line's own test reports here, and no carrier is to be spared. */
    private static final Map<String, String> SOONER = Map.of(
            "OVOZ_CANARY_KEPT_FOR", "PT5S",
            "OVOZ_CANARY_LOOK_EVERY", "1s",
            "OVOZ_SHRED_FINISH_EVERY", "1s",
            "OVOZ_DELIVERY_TRY_AGAIN_AFTER", "PT5S",
            "OVOZ_DELIVERY_ASK_LOG_EVERY", "5s");

    List<String> javaOptions() {
        return this == TESTS ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }

    /** What the services are told besides. */
    Map<String, String> variables() {
        return this == TESTS ? SOONER : Map.of();
    }
}
