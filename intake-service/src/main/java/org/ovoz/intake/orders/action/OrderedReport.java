package org.ovoz.intake.orders.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.contact.SafeContact;

/** The report that an order is about, with its row held by the order's transaction. */
public record OrderedReport(
        ReportId id, State state, SafeContact contact, Times times, UUID shredKey, List<Reader> readers) {

    public OrderedReport {
        readers = List.copyOf(readers);
    }

    public enum State {
        OPEN,
        CLOSED,
        SHREDDED
    }

    /** @param unreadSince absent once everything was fetched */
    public record Times(
            @Nullable Instant unreadSince, @Nullable ReportId proposedLink) {}

    /** @param servedAt when an escalation team was let in; it stays in */
    public record Reader(
            TeamId team, AddressedAs as, @Nullable Instant servedAt) {}

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
