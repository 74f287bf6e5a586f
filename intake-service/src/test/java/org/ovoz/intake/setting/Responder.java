package org.ovoz.intake.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.contact.ContactTerms;
import org.ovoz.contracts.order.AttachmentResult;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.Chunks;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Epoch;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;

/** Somebody of a team, with what the browser does: sign, open, seal. */
public record Responder(Team team) {

    public static Responder of(Team team) {
        return new Responder(team);
    }

    public SignedOrder order(ReportId report, OrderAction action, OrderBody body) {
        return SignedOrder.of(team, report, action, Json.write(body));
    }

    public SignedOrder fetch(ReportId report) {
        return order(report, OrderAction.FETCH, new OrderBody.Fetch());
    }

    public SignedOrder close(ReportId report) {
        return order(report, OrderAction.CLOSE, new OrderBody.Close());
    }

    public SignedOrder erase(ReportId report, OrderBody.What what) {
        return order(report, OrderAction.ERASE, new OrderBody.Erase(what));
    }

    /** Fetches, checks every signature and opens everything. */
    public OpenedReport opens(ReportId report) {
        SignedOrder.Answer answer = fetch(report).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return OpenedReport.of(Json.read(answer.body(), FetchResult.class), report, team.encryptionKey());
    }

    public SignedOrder chunks(ReportId report, ItemId attachment, int from) {
        return order(report, OrderAction.ATTACHMENT, new OrderBody.Attachment(attachment, from));
    }

    /** Fetches it chunk by chunk and opens it. */
    public byte[] opensAttachment(OpenedReport report, ItemId attachment) {
        FetchResult.Item item = report.fetched().items().stream()
                .filter(one -> one.id().equals(attachment))
                .findFirst()
                .orElseThrow();
        Dek dek = Grants.open(item.grant(), report.id(), item.id(), team.encryptionKey());
        String json = Items.open(item.jwe(), report.id(), item.id(), item.kind(), dek);
        AttachmentHead head = Json.read(json, AttachmentHead.class);
        List<String> chunks = new ArrayList<>();
        while (chunks.size() < head.chunks()) {
            SignedOrder.Answer answer =
                    chunks(report.id(), attachment, chunks.size()).send();
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            chunks.addAll(Json.read(answer.body(), AttachmentResult.class).chunks());
        }
        return Chunks.open(chunks, report.id(), attachment, head.size(), dek);
    }

    public SignedOrder note(OpenedReport report, String text) {
        return order(report.id(), OrderAction.NOTE, sealedNote(report, text));
    }

    public SignedOrder reply(OpenedReport report, String text) {
        return order(report.id(), OrderAction.REPLY, sealedReply(report, text));
    }

    public OrderBody.Note sealedNote(OpenedReport report, String text, ECKey... besides) {
        List<ECKey> keys = new ArrayList<>(report.recipientKeys());
        keys.addAll(List.of(besides));
        Sealed sealed = seal(report.id(), ItemKind.NOTE, text, keys);
        return new OrderBody.Note(sealed.item(), sealed.grants());
    }

    public OrderBody.Reply sealedReply(OpenedReport report, String text) {
        return sealedReply(report, text, null);
    }

    public OrderBody.Reply sealedReply(OpenedReport report, String text, @Nullable Instant notBefore) {
        List<ECKey> keys = new ArrayList<>(report.recipientKeys());
        keys.add(report.relay().key());
        Sealed sealed = seal(report.id(), ItemKind.REPLY, text, keys);
        return new OrderBody.Reply(sealed.item(), sealed.grants(), report.contact(), notBefore);
    }

    public SignedOrder contract(ReportId report, ContactTerms terms) {
        return order(report, OrderAction.CONTRACT, new OrderBody.Contract(terms, null));
    }

    public SignedOrder withdraw(ReportId report, UUID reply) {
        return order(report, OrderAction.WITHDRAW, new OrderBody.Withdraw(new ItemId(reply)));
    }

    public OrderBody.Triage sealedTriage(OpenedReport report, String text) {
        Sealed sealed = seal(report.id(), ItemKind.TRIAGE, text, report.recipientKeys());
        return new OrderBody.Triage(sealed.item(), sealed.grants());
    }

    public SignedOrder triage(OpenedReport report, String text) {
        return order(report.id(), OrderAction.TRIAGE, sealedTriage(report, text));
    }

    /** Lets another team in: with the key of all that was opened, sealed to it. */
    public SignedOrder grant(OpenedReport report, Team to) {
        return grant(report, to, null);
    }

    public SignedOrder grant(OpenedReport report, Team to, @Nullable Team drop) {
        return order(report.id(), OrderAction.GRANT, grantOf(report, to, drop));
    }

    public OrderBody.Grant grantOf(OpenedReport report, Team to, @Nullable Team drop) {
        ECKey key = to.encryptionKey().toPublicJWK();
        return new OrderBody.Grant(
                to.id(), Keys.kidOf(key), report.regranted(team.encryptionKey(), key), drop == null ? null : drop.id());
    }

    private record Sealed(OrderBody.NewItem item, List<OrderBody.ItemGrant> grants) {}

    private static Sealed seal(ReportId report, ItemKind kind, String text, List<ECKey> keys) {
        ItemId id = new ItemId(Ids.random());
        Dek dek = Dek.random();
        Epoch epoch = Epoch.begin();
        String json = Json.write(new Content(kind.text(), text));
        List<OrderBody.ItemGrant> grants = keys.stream()
                .map(key ->
                        new OrderBody.ItemGrant(Keys.kidOf(key), Grants.seal(report, id, dek, epoch.recipient(key))))
                .toList();
        return new Sealed(new OrderBody.NewItem(id, Items.seal(report, id, kind, json, dek)), grants);
    }

    private record Content(String kind, String text) {}
}
