package org.ovoz.local.journeys.chaos.generator;

import java.util.random.RandomGenerator;

/**
 * How the carrier brings a text.
 *
 * @param tries after an error, or no answer, it is brought again until it was tried so often
 * @param copies so many more of the same webhook, at the same moment
 * @param again whether the same webhook comes once more when it was acknowledged already
 * @param hangUp whether the first try is given up before its answer
 */
record Manner(int tries, int copies, boolean again, boolean hangUp) {
    /** With the pauses between them these outlast any fault here. */
    private static final int PATIENT = 60;

    static Manner any(RandomGenerator random) {
        int dice = random.nextInt(100);
        int tries = dice < 10 ? 1 : PATIENT;
        int copies = dice >= 10 && dice < 22 ? random.nextInt(1, 4) : 0;
        return new Manner(tries, copies, dice >= 22 && dice < 30, dice >= 30 && dice < 40);
    }
}
