package org.ovoz.local.launcher.sign;

/** Nothing was signed; the message tells the caller why. */
public final class SignRefused extends RuntimeException {
    SignRefused(String message) {
        super(message);
    }
}
