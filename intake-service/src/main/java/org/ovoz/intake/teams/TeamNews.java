package org.ovoz.intake.teams;

import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.TeamRecord;

/** What a record of the teams topic turned out to be. */
sealed interface TeamNews {

    /** Signed by the administration key. */
    record Signed(TeamRecord team, String jws) implements TeamNews {}

    /** The only thing that may come unsigned. */
    record Suspended(String eventId, TeamId team) implements TeamNews {}

    /** Kept for people to look at. */
    record Refused(String reason) implements TeamNews {}

    /** A tombstone: teams are suspended, never forgotten. */
    record Nothing() implements TeamNews {}
}
