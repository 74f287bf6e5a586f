package org.ovoz.local.journeys.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.journeys.sealed.OpenedReport.OpenedItem;

/** Checks every signature of a fetched report against the pinned administration key, then opens its items. */
public final class ReportOpener {

    private ReportOpener() {}

    /** @param asked the report that was asked for; the answer must be about it */
    public static OpenedReport open(FetchResult fetched, ReportId asked, Keyring keys) {
        if (!asked.equals(fetched.reportId())) {
            throw new IllegalStateException("expected report " + asked + ", got " + fetched.reportId());
        }
        RelayKey relay = LineRecords.relayKey(fetched.line(), fetched.relay(), keys.administrationKey());
        List<TeamRecord> recipients = fetched.recipients().stream()
                .map(record -> SignedTeamRecord.verify(record, keys.administrationKey()))
                .toList();
        if (recipients.stream().noneMatch(team -> team.id().equals(keys.team()))) {
            throw new IllegalStateException(keys.team() + " is not among the recipients of " + asked);
        }
        List<OpenedItem> items =
                fetched.items().stream().map(item -> open(item, asked, keys)).toList();
        return new OpenedReport(asked, fetched.texts(), items, recipients, relay);
    }

    private static OpenedItem open(FetchResult.Item item, ReportId report, Keyring keys) {
        Dek dek = Grants.open(item.grant(), report, item.id(), keys.encryptionKey());
        JsonNode content = Json.read(Items.open(item.jwe(), report, item.id(), item.kind(), dek), JsonNode.class);
        return new OpenedItem(item.kind(), content.required(field(item.kind())).asText());
    }

    private static String field(ItemKind kind) {
        return switch (kind) {
            case CONTACT -> "inner";
            case ATTACHMENT -> "label";
            case MESSAGE, REPLY, NOTE, TRIAGE -> "text";
        };
    }
}
