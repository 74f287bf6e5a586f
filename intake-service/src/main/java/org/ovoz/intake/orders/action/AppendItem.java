package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;

/** Stores an item that a browser sealed, after looking at everything that can be checked without its key. */
@Singleton
public class AppendItem {

    private static final String ITEM =
            "INSERT INTO item (id, report_id, kind, at, jwe) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private static final String GRANT =
            "INSERT INTO item_grant (item_id, recipient, report_id, kid, jwe) VALUES ($1, $2, $3, $4, $5)";

    private final Readers readers;

    AppendItem(Readers readers) {
        this.readers = readers;
    }

    /**
     * Empty if the item is sound and granted to each current recipient and nobody else.
     *
     * @param besides ids of other keys that have a grant of their own
     */
    public Optional<Refusal> check(
            OrderedReport report,
            ItemKind kind,
            OrderBody.NewItem item,
            List<OrderBody.ItemGrant> grants,
            Set<String> besides) {
        if (!isSound(report.id(), kind, item, grants)) {
            return Optional.of(Refusal.badBody());
        }
        Set<String> needed = new HashSet<>(readers.keysOf(report).keySet());
        needed.addAll(besides);
        Set<String> granted = grants.stream().map(OrderBody.ItemGrant::kid).collect(Collectors.toSet());
        return needed.equals(granted) && granted.size() == grants.size()
                ? Optional.empty()
                : Optional.of(Refusal.of(409, "grants-missing", "The report's recipients are others by now"));
    }

    /** Checks it and stores it, for the recipients alone. */
    Uni<OrderAnswer> store(Work work, ItemKind kind, OrderBody.NewItem item, List<OrderBody.ItemGrant> grants) {
        return check(work.report(), kind, item, grants, Set.of())
                .map(refusal -> Uni.createFrom().item(OrderAnswer.refused(refusal)))
                .orElseGet(() -> append(work, kind, item, grants)
                        .map(refusal ->
                                refusal.map(OrderAnswer::refused).orElseGet(() -> OrderAnswer.done(Outcome.STORED))));
    }

    /** Stores the recipients' grants; empty unless an item with this id is there already. */
    public Uni<Optional<Refusal>> append(
            Work work, ItemKind kind, OrderBody.NewItem item, List<OrderBody.ItemGrant> grants) {
        var sql = work.transaction().connection();
        Map<String, String> teams = readers.keysOf(work.report());
        List<Tuple> rows = grants.stream()
                .filter(grant -> teams.containsKey(grant.kid()))
                .map(grant -> Tuple.of(
                        item.id().value(),
                        teams.get(grant.kid()),
                        work.report().id().value(),
                        grant.kid(),
                        work.shredKey().wrap(grant.jwe())))
                .toList();
        return sql.preparedQuery(ITEM)
                .execute(Tuple.of(
                        item.id().value(),
                        work.report().id().value(),
                        kind.text(),
                        work.order().at().atOffset(ZoneOffset.UTC),
                        item.jwe()))
                .chain(inserted -> inserted.rowCount() == 1
                        ? sql.preparedQuery(GRANT).executeBatch(rows).replaceWith(Optional.<Refusal>empty())
                        : Uni.createFrom().item(Optional.of(Refusal.badBody())));
    }

    private static boolean isSound(
            ReportId report, ItemKind kind, OrderBody.NewItem item, List<OrderBody.ItemGrant> grants) {
        try {
            Items.checkHeader(item.jwe(), report, item.id(), kind);
            grants.forEach(grant -> Grants.checkHeader(grant.jwe(), report, item.id(), grant.kid()));
            return true;
        } catch (NotOpenedException unsound) {
            return false;
        }
    }
}
