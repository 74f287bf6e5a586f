package org.ovoz.notify.key;

/** What a browser sealed, for a browser to open; here it is looked at for its form only. */
public final class Container {

    /** A compact JWE (RFC 7516, 7.1). */
    public static final String JWE = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}";

    /** A compact JWS (RFC 7515, 7.1). */
    public static final String JWS = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}";

    /** In characters; a wrapped key takes some 600, a team's keys some 1,500. */
    public static final int LONGEST = 8192;

    private Container() {}
}
