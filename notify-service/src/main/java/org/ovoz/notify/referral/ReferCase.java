package org.ovoz.notify.referral;

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
import org.ovoz.notify.referral.directory.ChooseService;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The holder of a case passes the person on to a service, or tells them of one. May be repeated: it counts once. */
@ApplicationScoped
class ReferCase {

    private static final String REFER = """
            INSERT INTO case_referral (id, report_id, kind, service, purpose, consented_on, made_by, made_at, outcome,
                outcome_at, follow_up_on)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $8, $9) ON CONFLICT (id) DO NOTHING""";
    private static final String SAME = """
            SELECT 1 FROM case_referral WHERE id = $1 AND report_id = $2 AND kind = $3 AND service = $4 AND purpose = $5
                AND consented_on IS NOT DISTINCT FROM $6 AND made_by = $7""";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final ChooseService chooseService;
    private final CaseJournal journal;
    private final Clock clock;

    ReferCase(
            Transactions transactions,
            HoldCase holdCase,
            ChooseService chooseService,
            CaseJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.chooseService = chooseService;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<ReferOutcome> refer(Caller caller, ReportId report, UUID id, ReferralForm form) {
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS -> held(transaction, caller, report, id, form);
                    case CLOSED, SEES -> Uni.createFrom().item(new ReferOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new ReferOutcome.NotYours());
                }));
    }

    private Uni<ReferOutcome> held(
            Transaction transaction, Caller caller, ReportId report, UUID id, ReferralForm form) {
        if (form.kind() == ReferralKind.REFERRAL && !Consent.given(form.consentedOn(), clock.instant())) {
            return Uni.createFrom().item(new ReferOutcome.ConsentNeeded());
        }
        return chooseService.choose(transaction.connection(), form.service()).chain(choice -> switch (choice) {
            case POSSIBLE -> keep(transaction, caller, report, id, form);
            case NEVER -> Uni.createFrom().item(new ReferOutcome.NeverRefer());
            case UNKNOWN -> Uni.createFrom().item(new ReferOutcome.UnknownService());
        });
    }

    private Uni<ReferOutcome> keep(
            Transaction transaction, Caller caller, ReportId report, UUID id, ReferralForm form) {
        Instant now = clock.instant();
        Tuple facts = facts(caller, report, id, form);
        Tuple row = facts(caller, report, id, form)
                .addOffsetDateTime(SqlTime.of(now))
                .addLocalDate(form.followUpOn());
        String what = form.kind() == ReferralKind.REFERRAL ? "case-referred" : "information-given";
        return transaction
                .connection()
                .preparedQuery(REFER)
                .execute(row)
                .chain(rows -> rows.rowCount() == 0
                        ? transaction
                                .connection()
                                .preparedQuery(SAME)
                                .execute(facts)
                                .map(same ->
                                        same.size() == 0 ? new ReferOutcome.IdTaken() : new ReferOutcome.Referred())
                        : journal.write(transaction, what, caller.id(), new CaseUpdated(report, now))
                                .replaceWith(new ReferOutcome.Referred()));
    }

    private static Tuple facts(Caller caller, ReportId report, UUID id, ReferralForm form) {
        return Tuple.tuple()
                .addUUID(id)
                .addUUID(report.value())
                .addString(form.kind().code())
                .addUUID(form.service())
                .addString(form.purpose().code())
                .addLocalDate(form.consentedOn())
                .addUUID(caller.id().value());
    }
}
