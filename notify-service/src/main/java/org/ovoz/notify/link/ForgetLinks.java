package org.ovoz.notify.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.ReportId;
import org.ovoz.notify.cases.change.Shredding;
import org.ovoz.transport.transaction.Transaction;

/** An erased report has no place any more: its marks and links go with it. */
@ApplicationScoped
class ForgetLinks implements Shredding {

    private static final String FORGET_MARKS = "DELETE FROM link_term WHERE report_id = $1";
    private static final String FORGET_LINKS = "DELETE FROM case_link WHERE report_a = $1 OR report_b = $1";

    @Override
    public Uni<Void> shred(Transaction transaction, ReportId report) {
        Tuple id = Tuple.of(report.value());
        return transaction
                .connection()
                .preparedQuery(FORGET_MARKS)
                .execute(id)
                .chain(() ->
                        transaction.connection().preparedQuery(FORGET_LINKS).execute(id))
                .replaceWithVoid();
    }
}
