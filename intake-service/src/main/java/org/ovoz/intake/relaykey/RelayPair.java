package org.ovoz.intake.relaykey;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Instant;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.line.RelayKey;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.keys.LineKeys;

/**
 * A relay key as intake holds it.
 *
 * @param record the public key, signed by intake, as browsers get it
 */
record RelayPair(ECKey key, String record, Instant madeAt, Instant notAfter) {

    private static final JOSEObjectType TYP = new JOSEObjectType("ovoz-relay-key");

    static RelayPair make(LineKeys line, Instant now, Instant notAfter) {
        ECKey key = Keys.generate();
        String record = LineRecords.RELAY.sign(new RelayKey(key.toPublicJWK(), notAfter), line.signing());
        return new RelayPair(key, record, now, notAfter);
    }

    String kid() {
        return Keys.kidOf(key);
    }

    /** The private key as JWE to the vault's key, which is outside the database. */
    String wrapped(ECKey vault) {
        try {
            JWEObject jwe = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                            .type(TYP)
                            .build(),
                    new Payload(Json.write(key)));
            jwe.encrypt(new ECDHEncrypter(vault));
            return jwe.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** @throws NotOpenedException when it was wrapped for another vault */
    static ECKey unwrap(String wrapped, ECKey vault) {
        try {
            JWEObject jwe = JWEObject.parse(wrapped);
            if (!TYP.equals(jwe.getHeader().getType())
                    || !JWEAlgorithm.ECDH_ES_A256KW.equals(jwe.getHeader().getAlgorithm())) {
                throw new NotOpenedException();
            }
            jwe.decrypt(new ECDHDecrypter(vault));
            return Json.read(jwe.getPayload().toString(), ECKey.class);
        } catch (ParseException | JOSEException | MalformedContractException e) {
            throw new NotOpenedException();
        }
    }

    @Override
    public String toString() {
        return "RelayPair[REDACTED]";
    }
}
