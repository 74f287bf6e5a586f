package org.ovoz.contracts.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

class ChunksTest {

    private static final int THREE = 2 * Chunks.BYTES + 1000;

    private final ReportId report = new ReportId(Ids.random());
    private final ItemId item = new ItemId(Ids.random());
    private final Dek dek = Dek.random();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2048, 2049, Chunks.BYTES - 1, Chunks.BYTES, Chunks.BYTES + 1, THREE, 5_000_000})
    void whatWasSealedComesBack(int size) {
        byte[] content = bytes(size);
        List<String> chunks = Chunks.seal(report, item, content, dek);
        assertThat(chunks).hasSize(Chunks.count(size));
        assertThat(Chunks.open(chunks, report, item, size, dek)).isEqualTo(content);
    }

    @Test
    void aMissingOneIsRefusedWhereverItWas() {
        for (int i = 0; i < 3; i++) {
            List<String> chunks = three();
            chunks.remove(i);
            refused(chunks);
        }
    }

    @Test
    void anOrderOfTheirOwnIsRefused() {
        List<String> chunks = three();
        Collections.swap(chunks, 0, 1);
        refused(chunks);
    }

    @Test
    void oneThatComesTwiceIsRefused() {
        List<String> chunks = three();
        chunks.set(1, chunks.getFirst());
        refused(chunks);
        List<String> more = three();
        more.add(more.getLast());
        refused(more);
    }

    @Test
    void aShorterWholeOfTheSameItemIsNoEndOfALongerOne() {
        List<String> chunks = three();
        List<String> shorter = Chunks.seal(report, item, bytes(Chunks.BYTES + 1), dek);
        chunks.set(1, shorter.get(1));
        refused(chunks);
        refused(chunks.subList(0, 2));
    }

    @Test
    void anotherLengthThanTheHeadTellsIsRefused() {
        List<String> chunks = three();
        assertRefused(chunks, THREE - 600);
        assertRefused(chunks, 3 * Chunks.BYTES);
        assertRefused(chunks, -1);
    }

    @Test
    void chunksOfAnotherItemReportOrKeyAreRefused() {
        List<String> chunks = three();
        assertThatThrownBy(() -> Chunks.open(chunks, new ReportId(Ids.random()), item, THREE, dek))
                .isInstanceOf(NotOpenedException.class);
        assertThatThrownBy(() -> Chunks.open(chunks, report, new ItemId(Ids.random()), THREE, dek))
                .isInstanceOf(NotOpenedException.class);
        assertThatThrownBy(() -> Chunks.open(chunks, report, item, THREE, Dek.random()))
                .isInstanceOf(NotOpenedException.class);
    }

    @Test
    void anItemUnderTheSameKeyIsNoChunk() {
        String item0 = Items.seal(report, item, ItemKind.ATTACHMENT, "{}", dek);
        assertThatThrownBy(() -> Chunks.open(List.of(item0), report, item, 2, dek))
                .isInstanceOf(NotOpenedException.class);
    }

    @Test
    void anIndexThatIsATextAndAFlagThatIsANumberAreRefused() throws JOSEException {
        for (Object[] header :
                new Object[][] {{"0", true}, {0, 1}, {0, "true"}, {0.5, true}, {null, true}, {0, null}}) {
            String chunk = chunk(header[0], header[1]);
            assertThatThrownBy(() -> Chunks.open(List.of(chunk), report, item, 10, dek))
                    .isInstanceOf(NotOpenedException.class);
        }
        assertThat(Chunks.open(List.of(chunk(0, true)), report, item, 10, dek)).hasSize(10);
    }

    @Test
    void aPictureTellsItsSizeOnlyRoughly() {
        List<String> one = Chunks.seal(report, item, bytes(240_000), dek);
        List<String> other = Chunks.seal(report, item, bytes(237_600), dek);
        assertThat(one.getFirst()).hasSameSizeAs(other.getFirst());
    }

    private String chunk(Object index, Object last) throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(new JOSEObjectType("ovoz-chunk"))
                .customParam("rid", report.toString())
                .customParam("mid", item.toString())
                .customParam("idx", index)
                .customParam("end", last)
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(new byte[Padding.LEAST]));
        jwe.encrypt(new DirectEncrypter(dek.bytes()));
        return jwe.serialize();
    }

    private List<String> three() {
        return new ArrayList<>(Chunks.seal(report, item, bytes(THREE), dek));
    }

    private void refused(List<String> chunks) {
        assertRefused(chunks, THREE);
    }

    private void assertRefused(List<String> chunks, int size) {
        assertThatThrownBy(() -> Chunks.open(chunks, report, item, size, dek))
                .isInstanceOf(NotOpenedException.class)
                .hasNoCause();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
