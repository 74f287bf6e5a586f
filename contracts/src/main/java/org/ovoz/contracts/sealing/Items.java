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
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** Items: one JWE each ({@code dir}, {@code A256GCM}) under a key of its own, bound to report, item and kind by its header. */
public final class Items {

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-item");

    private Items() {}

    /** @param json a JSON object; it is padded here */
    public static String seal(ReportId report, ItemId item, ItemKind kind, String json, Dek dek) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .type(TYP)
                .customParam(Headers.REPORT, report.toString())
                .customParam(Headers.ITEM, item.toString())
                .customParam(Headers.KIND, kind.text())
                .build();
        try {
            JWEObject jwe = new JWEObject(header, new Payload(Padding.pad(json.getBytes(StandardCharsets.UTF_8))));
            jwe.encrypt(new DirectEncrypter(dek.bytes()));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * @return the JSON, its padding removed
     * @throws NotOpenedException unless it is exactly this item of this report, sealed as {@link #seal} does
     */
    public static String open(String compact, ReportId report, ItemId item, ItemKind kind, Dek dek) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            check(jwe.getHeader(), report, item, kind);
            jwe.decrypt(new DirectDecrypter(dek.bytes()));
            return jwe.getPayload().toString().stripTrailing();
        } catch (ParseException | JOSEException e) {
            throw new NotOpenedException();
        }
    }

    /**
     * What can be said of a sealed item without its key: that its header has the form and names this report, item and kind.
     *
     * @throws NotOpenedException otherwise
     */
    public static void checkHeader(String compact, ReportId report, ItemId item, ItemKind kind) {
        try {
            check(JWEObject.parse(compact).getHeader(), report, item, kind);
        } catch (ParseException e) {
            throw new NotOpenedException();
        }
    }

    private static void check(JWEHeader header, ReportId report, ItemId item, ItemKind kind) {
        Headers.require(header, TYP, JWEAlgorithm.DIR);
        Headers.require(header, Headers.REPORT, report.toString());
        Headers.require(header, Headers.ITEM, item.toString());
        Headers.require(header, Headers.KIND, kind.text());
    }
}
