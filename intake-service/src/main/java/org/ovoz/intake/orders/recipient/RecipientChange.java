package org.ovoz.intake.orders.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.orders.action.OrderedReport;

/**
 * What an order makes of a report's recipients.
 *
 * @param add the team that becomes a responsible one; absent where it is one
 * @param drop the team that is a recipient no more; absent where it was none
 * @param after all recipients from then on
 */
record RecipientChange(Optional<TeamId> add, Optional<TeamId> drop, List<Addressed> after) {

    RecipientChange {
        after = List.copyOf(after);
    }

    /**
     * A team that steps in becomes responsible like any other that is let in. One that orders a grant to itself, for a newer key of its
     * own, stays what it is.
     */
    static RecipientChange of(OrderedReport report, TeamId by, TeamId team, Optional<TeamId> unwanted) {
        List<OrderedReport.Reader> readers = report.readers();
        boolean isThere = readers.stream()
                .anyMatch(one -> one.team().equals(team) && (one.as() != AddressedAs.ESCALATION || team.equals(by)));
        Optional<TeamId> drop = unwanted.filter(
                dropped -> readers.stream().anyMatch(one -> one.team().equals(dropped)));
        List<Addressed> after = new ArrayList<>();
        readers.stream()
                .filter(one -> isThere || !one.team().equals(team))
                .filter(one -> drop.isEmpty() || !one.team().equals(drop.get()))
                .map(one -> new Addressed(one.team(), one.as()))
                .forEach(after::add);
        if (!isThere) {
            after.add(new Addressed(team, AddressedAs.RESPONSIBLE));
        }
        return new RecipientChange(isThere ? Optional.empty() : Optional.of(team), drop, after);
    }

    boolean changesNothing() {
        return add.isEmpty() && drop.isEmpty();
    }
}
