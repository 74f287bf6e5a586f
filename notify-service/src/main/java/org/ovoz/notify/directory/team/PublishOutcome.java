package org.ovoz.notify.directory.team;

import org.ovoz.contracts.team.TeamRecord;

/** What became of a team record that was handed in. */
sealed interface PublishOutcome {

    /**
     * Kept, and on its way to intake. Also for the very record that was kept before.
     *
     * @param suspended as the team is now: one that was stopped since stays so
     */
    record Published(TeamRecord team, boolean suspended) implements PublishOutcome {}

    /** This desk was given no line's key yet: nothing can be signed. */
    record NoLine() implements PublishOutcome {}

    /** The line's administration key did not sign it, or it is no team record. */
    record BadSignature() implements PublishOutcome {}

    /** There is one of this or a higher version. */
    record OldVersion() implements PublishOutcome {}

    /** Other keys wait to be this team's first ones, or none do any more: nobody here would hold these. */
    record OtherKeys() implements PublishOutcome {}

    /** Its organisation is suspended: its teams are let in again with it, not before. */
    record OrganisationSuspended() implements PublishOutcome {}
}
