package org.ovoz.local.journeys.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Intake's look-up key, which the local stack keeps in a file: recognises the carrier's ids as intake does. */
public final class LookupKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private LookupKey(SecretKeySpec key) {
        this.key = key;
    }

    public static LookupKey in(Path file) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            return new LookupKey(new SecretKeySpec(bytes, ALGORITHM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What intake keeps of a carrier's id. */
    public String hash(String carrierId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(("carrier:" + carrierId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
