package org.ovoz.notify.directory.keycloak;

/** The login server did not answer, or not as it should. Nobody knows whether it did what it was asked; asking again is safe. */
public final class LoginsAway extends RuntimeException {

    public LoginsAway(String why) {
        super(why);
    }
}
