package org.ovoz.intake.sealing;

import jakarta.inject.Singleton;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.Chunks;
import org.ovoz.contracts.sealing.Dek;

/**
 * Seals a picture or a sound, whatever it is and says it is. Its chunks first, which takes a while and needs no recipient; then its head
 * with the grants, at the moment at which it is known who they are.
 */
@Singleton
public class SealAttachment {

    private final SealItem sealItem;

    SealAttachment(SealItem sealItem) {
        this.sealItem = sealItem;
    }

    /** Sealed bytes, and the key that the head will be sealed under. Forgotten with the process that holds it. */
    public record Chunked(ItemId item, Dek dek, List<String> chunks) {

        public Chunked {
            chunks = List.copyOf(chunks);
        }

        @Override
        public String toString() {
            return "Chunked[" + item + "]";
        }
    }

    public Chunked chunks(ReportId report, ItemId item, byte[] content) {
        Dek dek = Dek.random();
        return new Chunked(item, dek, Chunks.seal(report, item, content, dek));
    }

    /** For a head that says why there is nothing. */
    public Chunked none(ItemId item) {
        return new Chunked(item, Dek.random(), List.of());
    }

    /** @param json what the head says */
    public SealedItem head(
            SealItem.Envelope envelope, Chunked chunked, String json, List<RecipientKey> recipients, ShredKey key) {
        return sealItem.seal(envelope, new SealItem.Fresh(chunked.item(), chunked.dek()), json, recipients, key);
    }
}
