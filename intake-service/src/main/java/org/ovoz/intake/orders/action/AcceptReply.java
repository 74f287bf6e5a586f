package org.ovoz.intake.orders.action;

import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.order.OrderOutcome.Outcome;
import org.ovoz.contracts.report.ReplyAccepted;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.contact.ContactVault;
import org.ovoz.intake.contact.GateDecision;
import org.ovoz.intake.contact.SafeContactGate;
import org.ovoz.intake.delivery.SendReply;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.relaykey.RelayKeys;

/** A reply by text: through the gate or not at all. What is accepted is stored first and sent after COMMIT. */
@Singleton
public class AcceptReply {

    private static final String OUTGOING = """
            INSERT INTO outgoing_text (id, report_id, kind, state, contact, relay_grant, relay_kid, accepted_at, due_at)
            VALUES ($1, $2, 'reply', 'accepted', $3, $4, $5, $6, $7)""";

    private final AppendItem appendItem;
    private final ContactVault vault;
    private final RelayKeys relayKeys;
    private final SendReply sendReply;

    AcceptReply(AppendItem appendItem, ContactVault vault, RelayKeys relayKeys, SendReply sendReply) {
        this.appendItem = appendItem;
        this.vault = vault;
        this.relayKeys = relayKeys;
        this.sendReply = sendReply;
    }

    public Uni<OrderAnswer> accept(Work work) {
        OrderBody.Reply reply = work.order().body(OrderBody.Reply.class);
        if (!work.report().isOpen()) {
            return refuse(Refusal.of(409, "report-closed", "The report is closed"));
        }
        return switch (SafeContactGate.reply(work.report().contact())) {
            case GateDecision.Refuse(ReplyRefusal reason) ->
                refuse(work, reply.item().id(), reason);
            case GateDecision.LetOut letOut -> letOut(work, reply);
        };
    }

    private Uni<OrderAnswer> letOut(Work work, OrderBody.Reply reply) {
        if (vault.open(reply.contact(), work.report().id()).isEmpty()) {
            return refuse(work, reply.item().id(), ReplyRefusal.CONTACT_MISMATCH);
        }
        return relayGrant(work, reply)
                .chain(found -> found.map(relay -> check(work, reply, relay)
                                .map(AcceptReply::refuse)
                                .orElseGet(() -> store(work, reply, relay.grant())))
                        .orElseGet(
                                () -> refuse(Refusal.of(409, "grants-missing", "No grant for the relay key of now"))));
    }

    private record Relay(OrderBody.ItemGrant grant, ECKey key) {}

    /** The grant to a relay key that is still in use. */
    private Uni<Optional<Relay>> relayGrant(Work work, OrderBody.Reply reply) {
        return relayKeys
                .usable(work.transaction().connection())
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

    private Uni<OrderAnswer> store(Work work, OrderBody.Reply reply, OrderBody.ItemGrant relay) {
        return appendItem
                .append(work, ItemKind.REPLY, reply.item(), reply.grants())
                .chain(refusal -> refusal.map(AcceptReply::refuse).orElseGet(() -> outgoing(work, reply, relay)));
    }

    private Uni<OrderAnswer> outgoing(Work work, OrderBody.Reply reply, OrderBody.ItemGrant relay) {
        ItemId id = reply.item().id();
        var at = work.order().at();
        work.transaction().afterCommit(() -> sendReply.start(id.value()));
        return work.transaction()
                .connection()
                .preparedQuery(OUTGOING)
                .execute(Tuple.tuple()
                        .addUUID(id.value())
                        .addUUID(work.report().id().value())
                        .addString(work.shredKey().wrap(reply.contact()))
                        .addString(work.shredKey().wrap(relay.jwe()))
                        .addString(relay.kid())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(sendReply.leftBehindAt(at).atOffset(ZoneOffset.UTC)))
                .chain(() -> ReportEvents.tell(
                        work.transaction(),
                        List.of(new ReplyAccepted(work.report().id(), id, at))))
                .replaceWith(OrderAnswer.done(Outcome.ACCEPTED));
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
                .replaceWith(OrderAnswer.refused(Refusal.replyRefused(code)));
    }
}
