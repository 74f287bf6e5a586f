package org.ovoz.local.journeys.sealed;

import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.team.TeamRecord;

/**
 * A report in the clear, as only the responder's browser has it.
 *
 * @param recipients the verified records of those whom later items are sealed to
 * @param relay the verified key that a reply by text is granted to
 */
public record OpenedReport(
        ReportId id, TextsAllowed texts, List<OpenedItem> items, List<TeamRecord> recipients, RelayKey relay) {

    /** @param body the text; of a contact, its inner layer, which only intake opens */
    public record OpenedItem(ItemKind kind, String body) {
        @Override
        public String toString() {
            return "OpenedItem[" + kind + ", REDACTED]";
        }
    }

    public List<String> bodies(ItemKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(OpenedItem::body)
                .toList();
    }

    public Optional<String> contact() {
        return bodies(ItemKind.CONTACT).stream().findFirst();
    }
}
