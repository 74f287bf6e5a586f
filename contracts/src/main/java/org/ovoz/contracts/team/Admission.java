package org.ovoz.contracts.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;

/**
 * That somebody's key was compared by another way than the desk, as said by one who holds the team's keys.
 *
 * @param person the desk's id of the person, or {@code recovery} for a recovery key, which is nobody's
 * @param kid RFC 7638 thumbprint of the key that was compared
 * @param on the day; it was not said in older ones
 */
public record Admission(
        TeamId team, String person, String kid, @Nullable LocalDate on) {

    /** The person of a recovery key. */
    public static final String RECOVERY = "recovery";

    /** Of a day that is not said. */
    public Admission(TeamId team, String person, String kid) {
        this(team, person, kid, null);
    }

    /** Whether it is of this key of this person for this team, on whatever day. */
    public boolean names(TeamId itsTeam, String itsPerson, String itsKid) {
        return team.equals(itsTeam) && person.equals(itsPerson) && kid.equals(itsKid);
    }
}
