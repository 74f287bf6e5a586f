package org.ovoz.notify.directory.organisation;

import java.util.List;

/** What became of suspending an organisation. */
sealed interface StopOutcome {

    /** @param subjects whose sessions are to be ended */
    record Stopped(List<String> subjects) implements StopOutcome {}

    record UnknownOrganisation() implements StopOutcome {}
}
