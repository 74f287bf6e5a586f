package org.ovoz.contracts.team;

import org.ovoz.contracts.TeamId;

/**
 * That somebody's key was compared by another way than the desk, as said by one who holds the team's keys.
 *
 * @param person the desk's id of the person, or {@code recovery} for a recovery key, which is nobody's
 * @param kid RFC 7638 thumbprint of the key that was compared
 */
public record Admission(TeamId team, String person, String kid) {

    /** The person of a recovery key. */
    public static final String RECOVERY = "recovery";
}
