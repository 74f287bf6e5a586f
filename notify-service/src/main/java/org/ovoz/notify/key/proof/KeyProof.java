package org.ovoz.notify.key.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** An answer to a challenge, as a request's header says it. */
public record KeyProof(UUID challenge, byte[] answer) {

    /** The header. */
    public static final String HEADER = "Key-Proof";

    /** The challenge's id, a point, and 32 bytes in base64url. */
    public static final String FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{43}";

    private static final int ID = 36;

    /** @param header of {@link #FORM} */
    public static KeyProof of(String header) {
        return new KeyProof(UUID.fromString(header.substring(0, ID)), hash(header.substring(ID + 1)));
    }

    /** Kept as its SHA-256: a reader of the database cannot answer. */
    static byte[] hash(String word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "KeyProof[REDACTED]";
    }
}
