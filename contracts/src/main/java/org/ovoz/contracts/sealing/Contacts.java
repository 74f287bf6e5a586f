package org.ovoz.contracts.sealing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.ReportId;

/** The inner layer of the contact: the number as JWE to intake's vault key, bound to its report. The outer layer is an item. */
public final class Contacts {

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-contact");

    private Contacts() {}

    public static String seal(ReportId report, String number, Epoch.Recipient vault) {
        byte[] json = Json.write(new Inner(number, report)).getBytes(StandardCharsets.UTF_8);
        return vault.encrypt(TYP, Map.of(Headers.REPORT, report.toString()), json);
    }

    /**
     * @return the number, E.164
     * @throws NotOpenedException unless it is the contact of exactly this report
     */
    public static String open(String compact, ReportId report, ECKey vaultKey) {
        try {
            JWEObject jwe = JWEObject.parse(compact);
            Headers.require(jwe.getHeader(), TYP, JWEAlgorithm.ECDH_ES_A256KW);
            Headers.require(jwe.getHeader(), Headers.REPORT, report.toString());
            jwe.decrypt(new ECDHDecrypter(vaultKey));
            Inner inner = Json.read(jwe.getPayload().toString(), Inner.class);
            if (!report.equals(inner.rid())) {
                throw new NotOpenedException();
            }
            return inner.number();
        } catch (ParseException | JOSEException | MalformedContractException e) {
            throw new NotOpenedException();
        }
    }

    private record Inner(String number, ReportId rid) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }
}
