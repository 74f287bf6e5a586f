package org.ovoz.local.journeys.desk;

import org.junit.jupiter.api.AfterEach;

/** Whoever came for a test goes after it; their browsers stay signed in. */
public interface PeopleLeave {

    @AfterEach
    default void everybodyLeaves() {
        Offices.shared().everybodyLeaves();
    }
}
