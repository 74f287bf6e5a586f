package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.transport.transaction.Transaction;

/**
 * What a person holds and must not keep when they are stopped or moved. Who lets people hold something says here how it is given back; the
 * directory knows none of it. Runs in the transaction of the change, after it.
 */
public interface HeldWork {

    /** The person is let in no more. */
    Uni<Void> giveBack(Transaction transaction, PersonId person);

    /** The person is in other teams now, and keeps what those see. */
    Uni<Void> giveBackUnseen(Transaction transaction, PersonId person);
}
