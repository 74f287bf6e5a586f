package org.ovoz.notify.referral.emergency;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.Consent;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The holder of a case wishes to call police or ambulance, as the person does. May be repeated: it counts once. */
@ApplicationScoped
class AskForEmergency {

    private static final String ASK = """
            INSERT INTO emergency_call (id, report_id, whom, region, consented_on, asked_by, asked_at, outcome)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending') ON CONFLICT (id) DO NOTHING""";
    private static final String SAME = """
            SELECT 1 FROM emergency_call
            WHERE id = $1 AND report_id = $2 AND whom = $3 AND region = $4 AND consented_on = $5 AND asked_by = $6""";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final CaseJournal journal;
    private final CallNotices notices;
    private final Clock clock;

    AskForEmergency(
            Transactions transactions, HoldCase holdCase, CaseJournal journal, CallNotices notices, Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.journal = journal;
        this.notices = notices;
        this.clock = clock;
    }

    Uni<AskOutcome> ask(Caller caller, ReportId report, UUID id, EmergencyForm form) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS -> keep(transaction, caller, report, id, form);
                    case CLOSED, SEES -> Uni.createFrom().item(new AskOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new AskOutcome.NotYours());
                }));
    }

    private Uni<AskOutcome> keep(Transaction transaction, Caller caller, ReportId report, UUID id, EmergencyForm form) {
        Instant now = clock.instant();
        if (!Consent.given(form.consentedOn(), now)) {
            return Uni.createFrom().item(new AskOutcome.ConsentNeeded());
        }
        Tuple row = facts(caller, report, id, form).addOffsetDateTime(SqlTime.of(now));
        return transaction
                .connection()
                .preparedQuery(ASK)
                .execute(row)
                .chain(rows -> rows.rowCount() == 0
                        ? transaction
                                .connection()
                                .preparedQuery(SAME)
                                .execute(facts(caller, report, id, form))
                                .map(same -> same.size() == 0 ? new AskOutcome.IdTaken() : new AskOutcome.Asked())
                        : journal.write(transaction, "emergency-asked", caller.id(), new CaseUpdated(report, now))
                                .chain(() -> notices.raise(transaction, caller, report, id))
                                .replaceWith(new AskOutcome.Asked()));
    }

    private static Tuple facts(Caller caller, ReportId report, UUID id, EmergencyForm form) {
        return Tuple.tuple()
                .addUUID(id)
                .addUUID(report.value())
                .addString(form.whom().code())
                .addString(form.region().value())
                .addLocalDate(form.consentedOn())
                .addUUID(caller.id().value());
    }
}
