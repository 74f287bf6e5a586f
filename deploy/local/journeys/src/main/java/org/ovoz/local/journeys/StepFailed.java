package org.ovoz.local.journeys;

/** A step of a journey went wrong; says which one and what was expected of it, by ids only. */
public final class StepFailed extends RuntimeException {

    StepFailed(String step, long afterMillis, RuntimeException cause) {
        super("FAILED after " + afterMillis + " ms: " + step + "\n           " + cause.getMessage(), cause);
    }
}
