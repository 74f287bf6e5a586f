package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ovoz.contracts.order.OrderBody.ItemGrant;
import org.ovoz.contracts.order.Orders;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.Chunks;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;

/** Opens an attachment that the other side made, and everything that somebody could have made of it. */
final class AttachmentVector {

    private AttachmentVector() {}

    static void check(Vector.Attachment vector) {
        assertThat(vector.grants()).as(vector.name()).isNotEmpty();
        for (ItemGrant grant : vector.grants()) {
            ECKey key = Objects.requireNonNull(vector.keys().get(grant.kid()));
            Dek dek = Grants.open(grant.jwe(), vector.rid(), vector.mid(), key);
            String json = Items.open(vector.item(), vector.rid(), vector.mid(), ItemKind.ATTACHMENT, dek);
            int size = Json.read(json, AttachmentHead.class).size();
            if (vector.refused() != null) {
                refused(vector, vector.chunks(), size, dek);
            } else {
                byte[] content = Chunks.open(vector.chunks(), vector.rid(), vector.mid(), size, dek);
                assertThat(Orders.bodyHash(content)).as(vector.name()).isEqualTo(vector.sha256());
                tamperedWith(vector.chunks()).forEach(chunks -> refused(vector, chunks, size, dek));
            }
        }
    }

    private static List<List<String>> tamperedWith(List<String> chunks) {
        List<List<String>> tampered = new ArrayList<>();
        tampered.add(chunks.subList(1, chunks.size()));
        tampered.add(chunks.subList(0, chunks.size() - 1));
        List<String> twice = new ArrayList<>(chunks);
        twice.add(chunks.getLast());
        tampered.add(twice);
        if (chunks.size() > 1) {
            tampered.add(chunks.reversed());
        }
        return tampered;
    }

    private static void refused(Vector.Attachment vector, List<String> chunks, int size, Dek dek) {
        assertThatThrownBy(() -> Chunks.open(chunks, vector.rid(), vector.mid(), size, dek))
                .as(vector.name())
                .isInstanceOf(NotOpenedException.class);
    }
}
