package org.ovoz.notify.directory.login;

import org.ovoz.notify.directory.keycloak.TemporaryPassword;

/** What became of an invitation. */
sealed interface InviteOutcome {

    /** There is one login and one person, however often it was asked for; the password is the only one that counts. */
    record Invited(String subject, TemporaryPassword password) implements InviteOutcome {}

    /** A login of that name is somebody else's, or was used already. */
    record HandleTaken() implements InviteOutcome {}

    /** Organisation, teams, handle and cover text do not go together. */
    record Refused() implements InviteOutcome {}
}
