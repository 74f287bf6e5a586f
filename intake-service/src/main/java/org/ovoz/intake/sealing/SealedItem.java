package org.ovoz.intake.sealing;

import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.sealing.ItemKind;

/** An item as it is stored. */
public record SealedItem(ItemId id, ItemKind kind, Instant at, String jwe, List<SealedGrant> grants) {

    public SealedItem {
        grants = List.copyOf(grants);
    }

    @Override
    public String toString() {
        return "SealedItem[" + id + "]";
    }
}
