package org.ovoz.intake.sealing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Epoch;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;

/** Seals one item to its recipients: afterwards nothing here can open it. */
@Singleton
public class SealItem {

    private final Epochs epochs;

    SealItem(Epochs epochs) {
        this.epochs = epochs;
    }

    /**
     * @param json the item's content, a JSON object
     * @param key the report's shred key; the grants come back under it
     */
    public SealedItem seal(Envelope envelope, String json, List<RecipientKey> recipients, ShredKey key) {
        return seal(envelope, new Fresh(new ItemId(Ids.random()), Dek.random()), json, recipients, key);
    }

    SealedItem seal(Envelope envelope, Fresh fresh, String json, List<RecipientKey> recipients, ShredKey key) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("what is sealed to nobody is lost");
        }
        ReportId report = envelope.report();
        ItemId id = fresh.id();
        Dek dek = fresh.dek();
        Map<String, Epoch.Recipient> epoch = epochs.of(recipients);
        List<SealedGrant> grants = recipients.stream()
                .map(recipient -> {
                    Epoch.Recipient to = epoch.get(recipient.kid());
                    if (to == null) {
                        throw new IllegalStateException("an epoch without its recipient");
                    }
                    String grant = Grants.seal(report, id, dek, to);
                    return new SealedGrant(recipient.name(), recipient.kid(), key.wrap(grant));
                })
                .toList();
        String jwe = Items.seal(report, id, envelope.kind(), json, dek);
        return new SealedItem(id, envelope.kind(), envelope.at(), jwe, grants);
    }

    /** An item's id and the key that nobody else has yet. */
    record Fresh(ItemId id, Dek dek) {}

    /** What an item is sealed as. */
    public record Envelope(ReportId report, ItemKind kind, Instant at) {}
}
