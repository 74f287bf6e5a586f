package org.ovoz.notify.key.device;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a device makes of a PIN, kept as its SHA-256: a reader of the database cannot show it. */
final class Proof {

    /** 32 bytes, base64url. */
    static final String FORM = "[A-Za-z0-9_-]{43}";

    private Proof() {}

    static byte[] hash(String proof) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getUrlDecoder().decode(proof));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
