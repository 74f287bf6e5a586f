package org.ovoz.notify.shift.plan;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A person in a team: what is planned is planned for the two. */
record Planned(UUID person, String team) {

    /** The same whenever it is laid out, so that a check-in outlives it. */
    UUID dutyFrom(Instant begins) {
        return UUID.nameUUIDFromBytes((person + "|" + team + "|" + begins).getBytes(StandardCharsets.UTF_8));
    }
}
