package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.transport.transaction.Transaction;

/** Teams begin with keys that somebody made. Who keeps those meanwhile says here whether a record is theirs; the directory knows none of it. */
public interface TeamFounded {

    /** Before a signed record is kept. False when it has other keys than those that wait for it: nobody here would hold them. */
    Uni<Boolean> mayBePublished(Transaction transaction, TeamRecord team);

    /** After it, in the same transaction. */
    Uni<Void> published(Transaction transaction, TeamRecord team);
}
