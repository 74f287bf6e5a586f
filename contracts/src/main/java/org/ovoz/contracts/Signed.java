package org.ovoz.contracts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/** A type as compact JWS, ES256 and nothing else, with a {@code typ} of its own so that one signature never passes for another. */
public final class Signed<T> {

    private final JOSEObjectType typ;
    private final Class<T> type;

    public Signed(String typ, Class<T> type) {
        this.typ = new JOSEObjectType(typ);
        this.type = type;
    }

    public String sign(T value, ECKey privateKey) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(typ)
                    .keyID(Keys.kidOf(privateKey))
                    .build();
            JWSObject jws = new JWSObject(header, new Payload(Json.write(value)));
            jws.sign(new ECDSASigner(privateKey));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** @throws BadSignatureException for another key, algorithm or type, and for what is no JWS at all */
    public T verify(String compact, ECKey publicKey) {
        try {
            JWSObject jws = JWSObject.parse(compact);
            boolean ours = JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm())
                    && typ.equals(jws.getHeader().getType())
                    && jws.getHeader().getCriticalParams() == null
                    && jws.verify(new ECDSAVerifier(publicKey));
            if (!ours) {
                throw new BadSignatureException();
            }
            return Json.read(jws.getPayload().toString(), type);
        } catch (ParseException | JOSEException | MalformedContractException e) {
            throw new BadSignatureException();
        }
    }

    /**
     * The key id and the unverified payload, to find out whose key must verify it.
     *
     * @throws BadSignatureException when it is no JWS of this type
     */
    public Claimed<T> peek(String compact) {
        try {
            JWSObject jws = JWSObject.parse(compact);
            String kid = jws.getHeader().getKeyID();
            if (kid == null || !typ.equals(jws.getHeader().getType())) {
                throw new BadSignatureException();
            }
            return new Claimed<>(kid, Json.read(jws.getPayload().toString(), type));
        } catch (ParseException | MalformedContractException e) {
            throw new BadSignatureException();
        }
    }

    /** What a JWS says of itself; not to be believed before {@link #verify}. */
    public record Claimed<T>(String kid, T value) {}
}
