package org.ovoz.contracts.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.ovoz.contracts.Signed;

/** The signed form of an order: the JWS rides in the header {@code Ovoz-Order}, the body goes as it is. */
public final class Orders {

    /** HTTP header of the compact JWS. */
    public static final String HEADER = "Ovoz-Order";

    /** HTTP header with which the desk passes on intake's clock. */
    public static final String DATE_HEADER = "Ovoz-Intake-Date";

    public static final Signed<OrderClaims> FORM = new Signed<>("ovoz-order", OrderClaims.class);

    private Orders() {}

    public static String bodyHash(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
