package org.ovoz.intake.orders.recipient;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.audit.AuditLog;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.Teams;

/**
 * Lets another team in, by the word of one that can open the report: with the keys of all that is there, and as a recipient of what
 * comes. A message that was sealed meanwhile for those who were recipients before loses against the event that this tells, and is sealed
 * again; one that was stored before has to be among the grants.
 */
@Singleton
public class GrantTeam {

    private static final Refusal OTHERS =
            Refusal.of(409, "grants-missing", "The report's items, or the team's key, are others by now");

    private final Teams teams;

    GrantTeam(Teams teams) {
        this.teams = teams;
    }

    public Uni<OrderAnswer> grant(Work work) {
        OrderBody.Grant grant = work.order().body(OrderBody.Grant.class);
        RecipientChange change =
                RecipientChange.of(work.report(), work.order().team(), grant.team(), Optional.ofNullable(grant.drop()));
        return check(work, grant, change)
                .map(GrantTeam::refuse)
                .orElseGet(() -> RecipientRows.openedBy(
                                sql(work), work.report().id(), work.order().team())
                        .chain(items -> items.equals(ids(grant)) ? store(work, grant, change) : refuse(OTHERS)));
    }

    /** All that can be said without looking at what is there. */
    private Optional<Refusal> check(Work work, OrderBody.Grant grant, RecipientChange change) {
        Optional<KnownTeam> team = teams.now().find(grant.team());
        if (team.isEmpty()) {
            return Optional.of(Refusal.of(409, "unknown-team", "No such team is known here"));
        }
        if (team.get().suspended()) {
            return Optional.of(Refusal.of(409, "recipient-suspended", "The team is suspended"));
        }
        if (grant.team().equals(grant.drop()) || !isSound(work.report().id(), grant)) {
            return Optional.of(Refusal.badBody());
        }
        if (!Keys.kidOf(team.get().record().encryptionKey()).equals(grant.kid())) {
            return Optional.of(OTHERS);
        }
        return RecipientRules.refuse(change, this::isSuspended, this::stepsIn);
    }

    private static boolean isSound(ReportId report, OrderBody.Grant grant) {
        try {
            grant.items().forEach(item -> Grants.checkHeader(item.jwe(), report, item.id(), grant.kid()));
            return ids(grant).size() == grant.items().size();
        } catch (NotOpenedException unsound) {
            return false;
        }
    }

    private static Set<UUID> ids(OrderBody.Grant grant) {
        return grant.items().stream().map(item -> item.id().value()).collect(Collectors.toSet());
    }

    /** One that is not known any more can neither answer nor step in. */
    private boolean isSuspended(TeamId team) {
        return teams.now().find(team).filter(known -> !known.suspended()).isEmpty();
    }

    private boolean stepsIn(TeamId team) {
        return teams.now()
                .find(team)
                .filter(known -> known.record().escalation())
                .isPresent();
    }

    private static Uni<OrderAnswer> store(Work work, OrderBody.Grant grant, RecipientChange change) {
        ReportId report = work.report().id();
        return RecipientRows.grant(sql(work), report, grant, work.shredKey())
                .chain(() -> audit(work, "granted-to-" + grant.team()))
                .chain(() -> change.add().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : RecipientRows.add(sql(work), report, grant.team()))
                .chain(() -> change.drop()
                        .map(team -> drop(work, team))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> change.changesNothing()
                        ? Uni.createFrom().voidItem()
                        : ReportEvents.tell(
                                work.transaction(),
                                List.of(new RecipientsChanged(
                                        report, change.after(), work.order().at()))))
                .replaceWith(OrderAnswer.done(Outcome.GRANTED));
    }

    private static Uni<Void> drop(Work work, TeamId team) {
        return RecipientRows.drop(sql(work), work.report().id(), team).chain(() -> audit(work, "dropped-" + team));
    }

    /** The order keeps a hash of its body, which does not say whom. */
    private static Uni<Void> audit(Work work, String action) {
        return AuditLog.append(
                sql(work),
                new AuditLog.Entry(
                        work.order().at(),
                        work.report().id(),
                        "team:" + work.order().team(),
                        action,
                        work.order().id()));
    }

    private static SqlClient sql(Work work) {
        return work.transaction().connection();
    }

    private static Uni<OrderAnswer> refuse(Refusal refusal) {
        return Uni.createFrom().item(OrderAnswer.refused(refusal));
    }
}
