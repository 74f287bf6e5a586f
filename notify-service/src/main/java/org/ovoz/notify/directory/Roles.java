package org.ovoz.notify.directory;

import java.util.Set;

/** The realm's roles. They say what one may do; the directory says where. */
public final class Roles {

    public static final String RESPONDER = "responder";
    public static final String COORDINATOR = "coordinator";
    public static final String ADMIN = "admin";
    public static final String AUDITOR = "auditor";

    /** A pattern that any of them matches. */
    public static final String ANY = RESPONDER + "|" + COORDINATOR + "|" + ADMIN + "|" + AUDITOR;

    /** All there are. */
    public static final Set<String> ALL = Set.of(RESPONDER, COORDINATOR, ADMIN, AUDITOR);

    private Roles() {}

    /** The desk's roles among these, sorted: a token names others of the realm, too. */
    static String[] among(Set<String> roles) {
        return roles.stream().filter(ALL::contains).sorted().toArray(String[]::new);
    }
}
