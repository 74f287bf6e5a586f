package org.ovoz.intake.orders.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.contracts.report.SafeWindowChanged;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.contact.SafeWindows;
import org.ovoz.intake.delivery.waiting.WaitingReplies;
import org.ovoz.intake.orders.action.AppendItem;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.outbox.ReportEvents;

/**
 * Records the person's word on how they may be reached (DESIGN 6); the order is kept as its proof. What the phone refused it cannot lift:
 * that takes the receipt code. Replies that wait are looked at again under the new terms.
 */
@Singleton
public class RecordTerms {

    private static final Refusal CLOSED = Refusal.of(409, "report-closed", "The report is closed");

    private final AppendItem appendItem;

    RecordTerms(AppendItem appendItem) {
        this.appendItem = appendItem;
    }

    public Uni<OrderAnswer> record(Work work) {
        OrderBody.Contract contract = work.order().body(OrderBody.Contract.class);
        OrderedReport report = work.report();
        Optional<Refusal> refusal = refuse(report, contract.terms()).or(() -> check(report, contract.note()));
        return refusal.map(RecordTerms::refused)
                .orElseGet(() -> keep(work, contract.note())
                        .chain(unsound ->
                                unsound.map(RecordTerms::refused).orElseGet(() -> store(work, contract.terms()))));
    }

    private static Optional<Refusal> refuse(OrderedReport report, ContactTerms terms) {
        if (!report.isOpen()) {
            return Optional.of(CLOSED);
        }
        if (report.contact().erased()) {
            return Optional.of(Refusal.contractRefused("contact-erased"));
        }
        boolean lifts =
                terms.texts() == TextsAllowed.ALLOWED && report.contact().phone() == TextsAllowed.REFUSED;
        return lifts ? Optional.of(Refusal.contractRefused("contact-refused")) : Optional.empty();
    }

    private Optional<Refusal> check(OrderedReport report, OrderBody.@Nullable Note note) {
        return note == null
                ? Optional.empty()
                : appendItem.check(report, ItemKind.NOTE, note.item(), note.grants(), Set.of());
    }

    private Uni<Optional<Refusal>> keep(Work work, OrderBody.@Nullable Note note) {
        return note == null
                ? Uni.createFrom().item(Optional.empty())
                : appendItem.append(work, ItemKind.NOTE, note.item(), note.grants());
    }

    private static Uni<OrderAnswer> store(Work work, ContactTerms terms) {
        SqlConnection sql = work.transaction().connection();
        ReportId report = work.report().id();
        Instant at = work.order().at();
        return sql.preparedQuery("UPDATE conversation SET terms = $2 WHERE id = $1")
                .execute(Tuple.of(report.value(), Json.write(terms)))
                .chain(() -> WaitingReplies.lookAgain(sql, report, at))
                .chain(() -> ReportEvents.tell(
                        work.transaction(), news(report, work.report().contact(), terms, at)))
                .replaceWith(OrderAnswer.done(Outcome.RECORDED));
    }

    private static List<ReportEvent> news(ReportId report, SafeContact before, ContactTerms terms, Instant at) {
        List<ReportEvent> news = new ArrayList<>();
        SafeContact after = before.withTerms(terms);
        if (after.texts() != before.texts()) {
            news.add(new SafeContactChanged(report, after.texts(), at));
        }
        if (!after.hours().equals(before.hours())) {
            Optional<SafeWindow> window = after.hours().map(hours -> SafeWindows.next(hours, at));
            news.add(new SafeWindowChanged(
                    report,
                    window.map(SafeWindow::from).orElse(null),
                    window.map(SafeWindow::until).orElse(null),
                    at));
        }
        return news;
    }

    private static Uni<OrderAnswer> refused(Refusal refusal) {
        return Uni.createFrom().item(OrderAnswer.refused(refusal));
    }
}
