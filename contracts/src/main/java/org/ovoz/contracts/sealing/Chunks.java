package org.ovoz.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/**
 * The bytes of an attachment: JWEs ({@code dir}, {@code A256GCM}) under the key of its item, each with its index and whether it is the
 * last one in its protected header. All are of {@link #BYTES} but the last; zeros after the content hide its length (the sizes of
 * {@link Padding}), which the item's head tells. Whoever opens them must have exactly these, in their order.
 */
public final class Chunks {

    /** Bytes in each chunk; why so many is measured (RATIONALE.md). */
    public static final int BYTES = 256 * 1024;

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-chunk");

    private Chunks() {}

    /** How many there are of content of that size. */
    public static int count(int size) {
        return Math.ceilDiv(Padding.size(size), BYTES);
    }

    public static List<String> seal(ReportId report, ItemId item, byte[] content, Dek dek) {
        int padded = Padding.size(content.length);
        int count = count(content.length);
        List<String> chunks = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            int from = index * BYTES;
            byte[] part = new byte[Math.min(BYTES, padded - from)];
            if (from < content.length) {
                System.arraycopy(content, from, part, 0, Math.min(part.length, content.length - from));
            }
            chunks.add(seal(header(report, item, index, index == count - 1), part, dek));
        }
        return chunks;
    }

    /**
     * @param size of the content, as the item's head tells it
     * @throws NotOpenedException unless these are all chunks of exactly this item, each once and in its place
     */
    public static byte[] open(List<String> chunks, ReportId report, ItemId item, int size, Dek dek) {
        if (size < 0 || chunks.size() != count(size)) {
            throw new NotOpenedException();
        }
        byte[] padded = new byte[Padding.size(size)];
        for (int index = 0; index < chunks.size(); index++) {
            int from = index * BYTES;
            byte[] part = open(chunks.get(index), report, item, index, index == chunks.size() - 1, dek);
            if (part.length != Math.min(BYTES, padded.length - from)) {
                throw new NotOpenedException();
            }
            System.arraycopy(part, 0, padded, from, part.length);
        }
        for (int at = size; at < padded.length; at++) {
            if (padded[at] != 0) {
                throw new NotOpenedException();
            }
        }
        return Arrays.copyOf(padded, size);
    }

    private static JWEHeader header(ReportId report, ItemId item, int index, boolean last) {
        return new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(TYP)
                .customParam(Headers.REPORT, report.toString())
                .customParam(Headers.ITEM, item.toString())
                .customParam(Headers.INDEX, index)
                .customParam(Headers.FINAL, last)
                .build();
    }

    private static String seal(JWEHeader header, byte[] part, Dek dek) {
        try {
            JWEObject jwe = new JWEObject(header, new Payload(part));
            jwe.encrypt(new DirectEncrypter(dek.bytes()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private static byte[] open(String compact, ReportId report, ItemId item, int index, boolean last, Dek dek) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            Headers.require(jwe.getHeader(), TYP, JWEAlgorithm.DIR);
            Headers.require(jwe.getHeader(), Headers.REPORT, report.toString());
            Headers.require(jwe.getHeader(), Headers.ITEM, item.toString());
            Headers.require(jwe.getHeader(), Headers.INDEX, index);
            Headers.require(jwe.getHeader(), Headers.FINAL, last);
            jwe.decrypt(new DirectDecrypter(dek.bytes()));
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new NotOpenedException();
        }
    }
}
