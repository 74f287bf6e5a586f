package org.ovoz.notify.directory.login;

import java.util.List;
import org.ovoz.contracts.TeamId;

/** What became of a change of a person and their login. */
sealed interface LoginOutcome {

    /** @param atLoginServer false: it is done here and counts; the login server will be told as soon as it answers */
    record Done(boolean atLoginServer) implements LoginOutcome {}

    record UnknownPerson() implements LoginOutcome {}

    /** There is no login for it any more. */
    record NoLogin() implements LoginOutcome {}

    /** Nobody else holds these teams' keys; it is done if whoever does it says so once more. */
    record LastHolder(List<TeamId> teams) implements LoginOutcome {}

    /** It does not go together: an unknown organisation, or a team that is not of it. */
    record Refused() implements LoginOutcome {}
}
