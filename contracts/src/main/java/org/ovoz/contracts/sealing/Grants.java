package org.ovoz.contracts.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Map;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;

/** Grants: an item's key as JWE to one recipient key, bound to report and item by its header. */
public final class Grants {

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-grant");

    private Grants() {}

    public static String seal(ReportId report, ItemId item, Dek dek, Epoch.Recipient to) {
        return to.encrypt(TYP, Map.of(Headers.REPORT, report.toString(), Headers.ITEM, item.toString()), dek.bytes());
    }

    /** @throws NotOpenedException unless it is a grant of exactly this item to this key */
    public static Dek open(String compact, ReportId report, ItemId item, ECKey privateKey) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            Headers.require(jwe.getHeader(), TYP, JWEAlgorithm.ECDH_ES_A256KW);
            Headers.require(jwe.getHeader(), Headers.REPORT, report.toString());
            Headers.require(jwe.getHeader(), Headers.ITEM, item.toString());
            jwe.decrypt(new ECDHDecrypter(privateKey));
            return Dek.of(jwe.getPayload().toBytes());
        } catch (ParseException | JOSEException e) {
            throw new NotOpenedException();
        }
    }

    /**
     * What can be said of a grant without the recipient's key: that its header has the form and names this report, item and recipient.
     *
     * @throws NotOpenedException otherwise
     */
    public static void checkHeader(String compact, ReportId report, ItemId item, String kid) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            Headers.require(jwe.getHeader(), TYP, JWEAlgorithm.ECDH_ES_A256KW);
            Headers.require(jwe.getHeader(), Headers.REPORT, report.toString());
            Headers.require(jwe.getHeader(), Headers.ITEM, item.toString());
            if (!kid.equals(jwe.getHeader().getKeyID())) {
                throw new NotOpenedException();
            }
        } catch (ParseException e) {
            throw new NotOpenedException();
        }
    }
}
