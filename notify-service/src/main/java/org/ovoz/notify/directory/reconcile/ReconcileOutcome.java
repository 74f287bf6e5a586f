package org.ovoz.notify.directory.reconcile;

import java.util.List;

/** What a comparison came to. */
sealed interface ReconcileOutcome {

    /**
     * @param changed how many differences were taken away
     * @param left how many could not be: an organisation or a team there that is none here
     * @param unknown the ids of logins that nobody invited
     */
    record Compared(int changed, int left, List<String> unknown) implements ReconcileOutcome {}

    /**
     * Most people would have been stopped: nobody was, a person has to look.
     *
     * @param differences how many there are
     */
    record LostRealm(int differences) implements ReconcileOutcome {}
}
