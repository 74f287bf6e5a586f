package org.ovoz.notify.directory.keycloak;

/** The login server has no login of that id (any more). */
public final class NoSuchLogin extends RuntimeException {}
