package org.ovoz.local.launcher.directory;

/** The directory could not be set up. */
public final class SetupFailed extends RuntimeException {
    SetupFailed(String message) {
        super(message);
    }
}
