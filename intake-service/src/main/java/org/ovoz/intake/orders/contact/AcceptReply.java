package org.ovoz.intake.orders.contact;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.contact.SafeWindow;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ReplyAccepted;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.contact.ContactVault;
import org.ovoz.intake.contact.SafeWindows;
import org.ovoz.intake.delivery.SendReply;
import org.ovoz.intake.delivery.waiting.Turn;
import org.ovoz.intake.delivery.waiting.Wait;
import org.ovoz.intake.delivery.waiting.WaitRule;
import org.ovoz.intake.delivery.waiting.WaitTimes;
import org.ovoz.intake.orders.action.AppendItem;
import org.ovoz.intake.orders.action.OrderAnswer;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;
import org.ovoz.intake.orders.action.Work;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.relaykey.RelayKeys;

/** A reply by text: through the gate or not at all. What is accepted is stored first and sent after COMMIT, or when its hour has come. */
@Singleton
public class AcceptReply {

    private static final String OUTGOING = """
            INSERT INTO outgoing_text (id, report_id, kind, state, contact, relay_grant, relay_kid, accepted_at, due_at, team, not_before,
              expires_at, goes_at)
            VALUES ($1, $2, 'reply', 'accepted', $3, $4, $5, $6, $7, $8, $9, $10, $11)""";

    private final AppendItem appendItem;
    private final ContactVault vault;
    private final RelayKeys relayKeys;
    private final SendReply sendReply;
    private final WaitTimes times;

    AcceptReply(AppendItem appendItem, ContactVault vault, RelayKeys relayKeys, SendReply sendReply, WaitTimes times) {
        this.appendItem = appendItem;
        this.vault = vault;
        this.relayKeys = relayKeys;
        this.sendReply = sendReply;
        this.times = times;
    }

    public Uni<OrderAnswer> accept(Work work) {
        OrderBody.Reply reply = work.order().body(OrderBody.Reply.class);
        if (!work.report().isOpen()) {
            return refuse(Refusal.of(409, "report-closed", "The report is closed"));
        }
        Instant at = work.order().at();
        Wait wait = reply.notBefore() == null ? null : times.from(reply.notBefore(), at);
        return switch (WaitRule.decide(work.report().contact(), wait, at)) {
            case Turn.Never(ReplyRefusal reason) -> refuse(work, reply.item().id(), reason);
            case Turn.Go go -> letOut(work, reply, wait, at);
            case Turn.Later(Instant goesAt) -> letOut(work, reply, wait, goesAt);
        };
    }

    /** What is accepted, and when it goes out. */
    private record Accepted(
            OrderBody.Reply reply,
            OrderBody.ItemGrant relay,
            @Nullable Wait waits,
            Instant goesAt) {}

    private Uni<OrderAnswer> letOut(Work work, OrderBody.Reply reply, @Nullable Wait wait, Instant goesAt) {
        if (vault.open(reply.contact(), work.report().id()).isEmpty()) {
            return refuse(work, reply.item().id(), ReplyRefusal.CONTACT_MISMATCH);
        }
        return relayGrant(work, reply, wait == null ? goesAt : wait.expiresAt())
                .chain(found -> found.map(relay -> check(work, reply, relay)
                                .map(AcceptReply::refuse)
                                .orElseGet(() -> store(work, new Accepted(reply, relay.grant(), wait, goesAt))))
                        .orElseGet(
                                () -> refuse(Refusal.of(409, "grants-missing", "No grant for the relay key of now"))));
    }

    private record Relay(OrderBody.ItemGrant grant, ECKey key) {}

    /** The grant to a relay key that is still in use by then. */
    private Uni<Optional<Relay>> relayGrant(Work work, OrderBody.Reply reply, Instant by) {
        return relayKeys
                .usable(work.transaction().connection(), by)
                .map(keys -> keys.stream()
                        .flatMap(key -> reply.grants().stream()
                                .filter(grant -> grant.kid().equals(Keys.kidOf(key)))
                                .map(grant -> new Relay(grant, key)))
                        .findFirst());
    }

    /** What could not be sent later is refused now. */
    private Optional<Refusal> check(Work work, OrderBody.Reply reply, Relay relay) {
        OrderedReport report = work.report();
        return appendItem
                .check(
                        report,
                        ItemKind.REPLY,
                        reply.item(),
                        reply.grants(),
                        Set.of(relay.grant().kid()))
                .or(() -> opens(report, reply.item().id(), relay) ? Optional.empty() : Optional.of(Refusal.badBody()));
    }

    private static boolean opens(OrderedReport report, ItemId item, Relay relay) {
        try {
            Grants.open(relay.grant().jwe(), report.id(), item, relay.key());
            return true;
        } catch (NotOpenedException unsound) {
            return false;
        }
    }

    private Uni<OrderAnswer> store(Work work, Accepted accepted) {
        OrderBody.Reply reply = accepted.reply();
        return appendItem
                .append(work, ItemKind.REPLY, reply.item(), reply.grants())
                .chain(refusal -> refusal.map(AcceptReply::refuse).orElseGet(() -> outgoing(work, accepted)));
    }

    private Uni<OrderAnswer> outgoing(Work work, Accepted accepted) {
        ItemId id = accepted.reply().item().id();
        Instant at = work.order().at();
        boolean isNow = !accepted.goesAt().isAfter(at);
        if (isNow) {
            work.transaction().afterCommit(() -> sendReply.start(id.value()));
        }
        ReportEvent news = isNow
                ? new ReplyAccepted(work.report().id(), id, at)
                : new ReplyScheduled(work.report().id(), id, accepted.goesAt(), at);
        OrderOutcome outcome =
                isNow ? new OrderOutcome(Outcome.ACCEPTED) : new OrderOutcome(Outcome.SCHEDULED, accepted.goesAt());
        return work.transaction()
                .connection()
                .preparedQuery(OUTGOING)
                .execute(row(work, accepted, isNow ? sendReply.leftBehindAt(at) : accepted.goesAt()))
                .chain(() -> ReportEvents.tell(work.transaction(), List.of(news)))
                .replaceWith(new OrderAnswer.Done(outcome));
    }

    private static Tuple row(Work work, Accepted accepted, Instant dueAt) {
        Wait wait = accepted.waits();
        return Tuple.tuple()
                .addUUID(accepted.reply().item().id().value())
                .addUUID(work.report().id().value())
                .addString(work.shredKey().wrap(accepted.reply().contact()))
                .addString(work.shredKey().wrap(accepted.relay().jwe()))
                .addString(accepted.relay().kid())
                .addOffsetDateTime(utc(work.order().at()))
                .addOffsetDateTime(utc(dueAt))
                .addString(work.order().team().value())
                .addOffsetDateTime(wait == null ? null : utc(wait.notBefore()))
                .addOffsetDateTime(wait == null ? null : utc(wait.expiresAt()))
                .addOffsetDateTime(wait == null ? null : utc(accepted.goesAt()));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Uni<OrderAnswer> refuse(Refusal refusal) {
        return Uni.createFrom().item(OrderAnswer.refused(refusal));
    }

    /** The text stays in the browser; that it was refused is told. */
    private static Uni<OrderAnswer> refuse(Work work, ItemId item, ReplyRefusal reason) {
        String code = reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return ReportEvents.tell(
                        work.transaction(),
                        List.of(new ReplyRefused(
                                work.report().id(), item, reason, work.order().at())))
                .replaceWith(OrderAnswer.refused(Refusal.replyRefused(code, next(work, reason))));
    }

    /** When it would have been let out, where only the hour was wrong. */
    private static @Nullable SafeWindow next(Work work, ReplyRefusal reason) {
        return reason == ReplyRefusal.OUTSIDE_SAFE_WINDOW || reason == ReplyRefusal.WINDOW_TOO_FAR
                ? work.report()
                        .contact()
                        .hours()
                        .map(hours -> SafeWindows.next(hours, work.order().at()))
                        .orElse(null)
                : null;
    }
}
