package org.ovoz.notify.interpreting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.alert.AlertKind;
import org.ovoz.notify.alert.occasion.AlertText;
import org.ovoz.notify.alert.occasion.Occasion;
import org.ovoz.notify.alert.occasion.WriteAlerts;
import org.ovoz.notify.cases.change.CaseJournal;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.referral.HoldCase;
import org.ovoz.notify.time.SqlTime;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** The holder of a case asks for an interpreter. May be repeated under its id: it counts once. */
@ApplicationScoped
class AskInterpreters {

    private static final Set<AlertKind> WAYS = EnumSet.of(AlertKind.PUSH, AlertKind.SMS, AlertKind.EMAIL);
    private static final String LANGUAGE = "SELECT language FROM report_case WHERE id = $1";
    private static final String KNOWN = "SELECT 1 FROM interpreter_request WHERE id = $1 AND report_id = $2";
    private static final String ASK = """
            INSERT INTO interpreter_request (id, report_id, language, asked_by, asked_at, wanted_at, answer_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""";
    private static final String ASKED =
            "INSERT INTO interpreter_asked (request, person) SELECT $1, person FROM unnest($2::uuid[]) AS one (person)";

    private final Transactions transactions;
    private final HoldCase holdCase;
    private final Suitable suitable;
    private final WriteAlerts writeAlerts;
    private final Unmet unmet;
    private final CaseJournal journal;
    private final AnswerTimes times;
    private final Clock clock;

    AskInterpreters(
            Transactions transactions,
            HoldCase holdCase,
            Suitable suitable,
            WriteAlerts writeAlerts,
            Unmet unmet,
            CaseJournal journal,
            AnswerTimes times,
            Clock clock) {
        this.transactions = transactions;
        this.holdCase = holdCase;
        this.suitable = suitable;
        this.writeAlerts = writeAlerts;
        this.unmet = unmet;
        this.journal = journal;
        this.times = times;
        this.clock = clock;
    }

    Uni<AskOutcome> ask(Caller caller, ReportId report, UUID id, InterpreterForm form) {
        Instant now = clock.instant();
        Instant at = form.at() == null ? now : form.at();
        if (at.isBefore(now) || at.isAfter(now.plus(times.ahead()))) {
            return Uni.createFrom().item(new AskOutcome.BadTime());
        }
        return transactions.commit(transaction -> holdCase.hold(transaction, caller, report)
                .chain(hold -> switch (hold) {
                    case HOLDS ->
                        language(transaction, report, form)
                                .chain(language -> LanguageTag.UNDETERMINED.equals(language)
                                        ? Uni.createFrom().item(new AskOutcome.LanguageNeeded())
                                        : keep(transaction, new Wish(id, report, language, caller, now, at)));
                    case CLOSED, SEES -> Uni.createFrom().item(new AskOutcome.ClaimNeeded());
                    case NOT_THERE -> Uni.createFrom().item(new AskOutcome.NotYours());
                }));
    }

    private record Wish(UUID id, ReportId report, LanguageTag language, Caller asker, Instant now, Instant at) {}

    private static Uni<LanguageTag> language(Transaction transaction, ReportId report, InterpreterForm form) {
        return form.language() != null
                ? Uni.createFrom().item(form.language())
                : transaction
                        .connection()
                        .preparedQuery(LANGUAGE)
                        .execute(Tuple.of(report.value()))
                        .map(rows -> new LanguageTag(rows.iterator().next().getString("language")));
    }

    private Uni<AskOutcome> keep(Transaction transaction, Wish wish) {
        Tuple values = Tuple.tuple()
                .addUUID(wish.id())
                .addUUID(wish.report().value())
                .addString(wish.language().value())
                .addUUID(wish.asker().id().value())
                .addOffsetDateTime(SqlTime.of(wish.now()))
                .addOffsetDateTime(SqlTime.of(wish.at()))
                .addOffsetDateTime(SqlTime.of(times.answerBy(wish.now(), wish.at())));
        return transaction
                .connection()
                .preparedQuery(ASK)
                .execute(values)
                .chain(rows -> rows.rowCount() == 1 ? tell(transaction, wish) : known(transaction, wish));
    }

    private static Uni<AskOutcome> known(Transaction transaction, Wish wish) {
        return transaction
                .connection()
                .preparedQuery(KNOWN)
                .execute(Tuple.of(wish.id(), wish.report().value()))
                .map(rows -> rows.size() == 1 ? new AskOutcome.Asked() : new AskOutcome.AskedAlready());
    }

    private Uni<AskOutcome> tell(Transaction transaction, Wish wish) {
        return journal.write(
                        transaction, "interpreter-asked", wish.asker().id(), new CaseUpdated(wish.report(), wish.now()))
                .chain(() -> suitable.find(
                        transaction.connection(),
                        wish.report(),
                        wish.language(),
                        wish.asker().id(),
                        wish.at()))
                .chain(people -> people.isEmpty()
                        ? unmet.tell(
                                transaction,
                                wish.report(),
                                wish.id(),
                                wish.asker().organisation())
                        : alert(transaction, wish, people))
                .replaceWith(new AskOutcome.Asked());
    }

    private Uni<Void> alert(Transaction transaction, Wish wish, List<PersonId> people) {
        UUID[] ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
        return transaction
                .connection()
                .preparedQuery(ASKED)
                .execute(Tuple.of(wish.id(), ids))
                .chain(() -> writeAlerts.write(
                        transaction,
                        new Occasion.Interpreting(wish.id(), AlertText.INTERPRETING, wish.id()),
                        people,
                        WAYS))
                .replaceWithVoid();
    }
}
