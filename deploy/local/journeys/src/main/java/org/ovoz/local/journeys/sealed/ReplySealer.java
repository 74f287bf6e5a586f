package org.ovoz.local.journeys.sealed;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Epoch;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.team.TeamRecord;

/** Seals an answer under a key of its own, granted to every current recipient and, since it goes out by text, to the relay. */
public final class ReplySealer {
    private final Clock clock;

    public ReplySealer(Clock clock) {
        this.clock = clock;
    }

    public OrderBody.Reply seal(OpenedReport report, String text) {
        String contact = report.contact()
                .orElseThrow(() -> new IllegalStateException("report " + report.id() + " has no contact any more"));
        ItemId item = new ItemId(Ids.random());
        Dek dek = Dek.random();
        String json = Json.write(new ReplyContent("reply", text, clock.instant()));
        String jwe = Items.seal(report.id(), item, ItemKind.REPLY, json, dek);
        Epoch epoch = Epoch.begin();
        List<OrderBody.ItemGrant> grants = readers(report)
                .map(key -> new OrderBody.ItemGrant(
                        Keys.kidOf(key), Grants.seal(report.id(), item, dek, epoch.recipient(key))))
                .toList();
        return new OrderBody.Reply(new OrderBody.NewItem(item, jwe), grants, contact, null);
    }

    private static Stream<ECKey> readers(OpenedReport report) {
        return Stream.concat(
                report.recipients().stream().filter(team -> !team.suspended()).map(TeamRecord::encryptionKey),
                Stream.of(report.relay().key()));
    }

    private record ReplyContent(String kind, String text, Instant at) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
