package org.ovoz.contracts.team;

import java.time.Instant;
import org.ovoz.contracts.TeamId;

/** The only thing about a team that may come unsigned: stop sealing to it and stop serving it, at once. A higher signed version lifts it. */
public record TeamSuspended(TeamId team, Instant at) {

    /** CloudEvents type on {@code ovoz.teams.v1}; the value is JSON. */
    public static final String TYPE = "org.ovoz.TeamSuspended.v1";
}
