package org.ovoz.intake.contact;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ovoz.intake.keys.LineKeys;

/** HMAC-SHA256 under the look-up key, which is outside the database. */
@Singleton
public class LookupHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    LookupHashes(LineKeys keys) {
        this.key = new SecretKeySpec(keys.lookup(), ALGORITHM);
    }

    public LookupHash ofNumber(PhoneNumber number) {
        return hash("number:" + number.raw());
    }

    /** Of an id of the carrier's: with the carrier's log it would lead to the number. */
    public LookupHash ofCarrierId(String id) {
        return hash("carrier:" + id);
    }

    private LookupHash hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new LookupHash(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + ALGORITHM + " here", e);
        }
    }
}
