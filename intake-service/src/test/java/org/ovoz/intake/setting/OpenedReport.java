package org.ovoz.intake.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.contact.WaitingReply;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Epoch;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;

/** A report in the clear, as only a responder's browser has it; every signature was checked. */
public record OpenedReport(FetchResult fetched, List<Opened> items, List<TeamRecord> recipients, RelayKey relay) {

    /** @param text of a contact: its inner layer, which only intake opens; of an attachment: all that its head says */
    public record Opened(ItemKind kind, String text) {}

    static OpenedReport of(FetchResult fetched, ReportId asked, ECKey teamsKey) {
        ECKey administration = IntakeSetting.FILES.administration().toPublicJWK();
        assertThat(fetched.reportId()).isEqualTo(asked);
        return new OpenedReport(
                fetched,
                fetched.items().stream()
                        .map(item -> open(item, asked, teamsKey))
                        .toList(),
                fetched.recipients().stream()
                        .map(jws -> SignedTeamRecord.verify(jws, administration))
                        .toList(),
                LineRecords.relayKey(fetched.line(), fetched.relay(), administration));
    }

    public static Opened open(FetchResult.Item item, ReportId report, ECKey teamsKey) {
        Dek dek = Grants.open(item.grant(), report, item.id(), teamsKey);
        JsonNode content = Json.read(Items.open(item.jwe(), report, item.id(), item.kind(), dek), JsonNode.class);
        return new Opened(
                item.kind(),
                switch (item.kind()) {
                    case CONTACT -> content.required("inner").asText();
                    case ATTACHMENT -> content.toString();
                    case MESSAGE, REPLY, NOTE, TRIAGE ->
                        content.required("text").asText();
                });
    }

    /** The keys of all items, for somebody else. */
    List<OrderBody.Granted> regranted(ECKey own, ECKey to) {
        Epoch.Recipient recipient = Epoch.begin().recipient(to);
        return fetched.items().stream()
                .map(item -> new OrderBody.Granted(
                        item.id(),
                        Grants.seal(id(), item.id(), Grants.open(item.grant(), id(), item.id(), own), recipient)))
                .toList();
    }

    public ReportId id() {
        return fetched.reportId();
    }

    public List<WaitingReply> waiting() {
        return fetched.reach().waiting();
    }

    public List<String> texts(ItemKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(Opened::text)
                .toList();
    }

    /** The inner layer of the number. */
    public String contact() {
        return texts(ItemKind.CONTACT).getFirst();
    }

    public List<ECKey> recipientKeys() {
        return recipients.stream().map(TeamRecord::encryptionKey).toList();
    }
}
