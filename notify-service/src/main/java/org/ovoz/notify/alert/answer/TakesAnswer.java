package org.ovoz.notify.alert.answer;

import io.smallrye.mutiny.Uni;
import org.ovoz.notify.alert.AlertPurpose;
import org.ovoz.transport.transaction.Transaction;

/** What an answer means, for alerts of one purpose. Implemented by the feature that had them written. */
public interface TakesAnswer {

    AlertPurpose purpose();

    /** In the transaction that marks the alert as answered. The same answer may come twice, by two alerts: it must mean it once. */
    Uni<AnswerOutcome> take(Transaction transaction, AnsweredAlert alert, Answer answer);
}
