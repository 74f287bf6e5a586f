package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.contact.SafeWindows;
import org.ovoz.intake.delivery.waiting.WaitingReplies;

/** How the person may be reached as it stands now, so that a browser can warn before it sends. */
final class ReachNow {

    /** A week and a day: whatever comes once a week is in it. */
    private static final Duration AHEAD = Duration.ofDays(8);

    private ReachNow() {}

    static Uni<FetchResult.Reach> of(Work work) {
        SafeContact contact = work.report().contact();
        SqlConnection sql = work.transaction().connection();
        ReportId report = work.report().id();
        return WaitingReplies.of(sql, report)
                .chain(waiting -> WaitingReplies.notSent(sql, report)
                        .map(notSent -> new FetchResult.Reach(
                                contact.terms(), windows(contact, work.order().at()), waiting, notSent)));
    }

    private static List<SafeWindow> windows(SafeContact contact, Instant now) {
        return contact.hours()
                .map(hours -> SafeWindows.within(hours, now, now.plus(AHEAD)))
                .orElse(List.of());
    }
}
