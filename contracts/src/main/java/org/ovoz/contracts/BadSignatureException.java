package org.ovoz.contracts;

/** A signature that does not hold. Says nothing of what was signed. */
public final class BadSignatureException extends RuntimeException {

    public BadSignatureException() {
        super("signature refused");
    }
}
