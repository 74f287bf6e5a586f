package org.ovoz.local.journeys.captured;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderClaims;
import org.ovoz.contracts.order.Orders;

/** Orders that no browser signed. */
final class Forgery {
    private static final JOSEObjectType ORDER = new JOSEObjectType("ovoz-order");

    private final ECKey own = Keys.generate();

    /** What an order of that team would have to say now. */
    static OrderClaims claims(ReportId report, OrderAction action, String body, TeamId team) {
        String hash = Orders.bodyHash(body.getBytes(StandardCharsets.UTF_8));
        return new OrderClaims(report, action, hash, Instant.now().getEpochSecond(), Ids.random(), team);
    }

    /** A key of its own, said to be what it is. */
    String withOwnKey(OrderClaims claims) {
        return Orders.FORM.sign(claims, own);
    }

    /** A key of its own under the team's name. */
    String withOwnKeyNamed(OrderClaims claims, ECKey team) throws JOSEException {
        return jws(header(JWSAlgorithm.ES256, team).build(), claims, new ECDSASigner(own));
    }

    /** A key of its own that it brings along in the header. */
    String withOwnKeyInTheHeader(OrderClaims claims, ECKey team) throws JOSEException {
        return jws(header(JWSAlgorithm.ES256, team).jwk(own.toPublicJWK()).build(), claims, new ECDSASigner(own));
    }

    /** The team's public key, which everybody may know, as a shared secret. */
    static String withThePublicKeyAsSecret(OrderClaims claims, ECKey team) throws JOSEException {
        byte[] secret = Json.write(team.toPublicJWK()).getBytes(StandardCharsets.UTF_8);
        return jws(header(JWSAlgorithm.HS256, team).build(), claims, new MACSigner(secret));
    }

    static String unsigned(OrderClaims claims, ECKey team) {
        String header = Json.write(Map.of("alg", "none", "typ", ORDER.getType(), "kid", Keys.kidOf(team)));
        return Base64URL.encode(header) + "." + Base64URL.encode(Json.write(claims)) + ".";
    }

    /** Other claims under a signature that was made for something else. */
    static String bent(String jws, OrderClaims claims) {
        String[] parts = jws.split("\\.");
        return parts[0] + "." + Base64URL.encode(Json.write(claims)) + "." + parts[2];
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, ECKey team) {
        return new JWSHeader.Builder(algorithm).type(ORDER).keyID(Keys.kidOf(team));
    }

    private static String jws(JWSHeader header, OrderClaims claims, JWSSigner signer) throws JOSEException {
        JWSObject jws = new JWSObject(header, new Payload(Json.write(claims)));
        jws.sign(signer);
        return jws.serialize();
    }
}
