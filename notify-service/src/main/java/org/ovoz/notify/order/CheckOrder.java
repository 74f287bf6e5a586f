package org.ovoz.notify.order;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;
import org.ovoz.notify.audit.AuditEntry;
import org.ovoz.notify.audit.AuditLog;
import org.ovoz.notify.cases.CaseState;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.Cases;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.opening.CountOpening;
import org.ovoz.notify.opening.Opening;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Checks the person, the team and the claim against the desk's own database, and keeps in the audit what was let through. */
@ApplicationScoped
class CheckOrder {

    private final Transactions transactions;
    private final Cases cases;
    private final CountOpening countOpening;
    private final CheckClosing checkClosing;
    private final AuditLog audit;
    private final Clock clock;

    CheckOrder(
            Transactions transactions,
            Cases cases,
            CountOpening countOpening,
            CheckClosing checkClosing,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.countOpening = countOpening;
        this.checkClosing = checkClosing;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason why it is closed, in a closing order */
    Uni<OrderCheck> check(Caller caller, ReportId report, @Nullable String order, @Nullable String reason) {
        OrderClaims claims;
        try {
            claims = Orders.FORM.peek(order == null ? "" : order).value();
        } catch (BadSignatureException unreadable) {
            return Uni.createFrom().item(new OrderCheck.Unreadable());
        }
        return transactions.commit(transaction -> cases.one(transaction.connection(), caller, report)
                .map(view -> view.map(seen -> check(caller, seen, claims)).orElseGet(OrderCheck.NotYours::new))
                .chain(check -> further(transaction, caller, check, reason))
                .call(check -> keep(transaction, caller, check)));
    }

    private static OrderCheck check(Caller caller, CaseView view, OrderClaims claims) {
        if (!claims.rid().equals(view.id())) {
            return new OrderCheck.OtherReport();
        }
        if (!caller.teams().contains(claims.team()) || !view.teams().contains(claims.team())) {
            return new OrderCheck.NotYourTeam();
        }
        boolean holds = caller.handle().equals(view.claimedBy()) || view.state() == CaseState.CLOSED;
        return needsClaim(claims.act()) && !holds ? new OrderCheck.ClaimNeeded() : new OrderCheck.Passes(claims, null);
    }

    private Uni<OrderCheck> further(Transaction transaction, Caller caller, OrderCheck check, @Nullable String reason) {
        if (!(check instanceof OrderCheck.Passes(OrderClaims claims, var none))) {
            return Uni.createFrom().item(check);
        }
        return switch (claims.act()) {
            case FETCH, ATTACHMENT ->
                countOpening.count(transaction, caller, claims.rid()).map(opening -> switch (opening) {
                    case Opening.Free() -> check;
                    case Opening.CapReached(Instant again) -> new OrderCheck.CapReached(again);
                });
            case CLOSE -> checkClosing.check(transaction.connection(), claims, reason);
            case NOTE, TRIAGE, REPLY, GRANT, ERASE, CONTRACT, WITHDRAW ->
                Uni.createFrom().item(check);
        };
    }

    /** Erasing must not wait for whoever holds the case; a closed one nobody holds any more, and it stays readable. */
    private static boolean needsClaim(OrderAction action) {
        return switch (action) {
            case FETCH, NOTE, REPLY, CLOSE, TRIAGE, GRANT, CONTRACT, WITHDRAW, ATTACHMENT -> true;
            case ERASE -> false;
        };
    }

    private Uni<Void> keep(Transaction transaction, Caller caller, OrderCheck check) {
        if (!(check instanceof OrderCheck.Passes(OrderClaims claims, var reason))) {
            return Uni.createFrom().voidItem();
        }
        String what = "order-" + claims.act().name().toLowerCase(Locale.ROOT);
        return audit.append(
                transaction.connection(), AuditEntry.ofReport(claims.rid(), what, caller.id(), clock.instant()));
    }
}
