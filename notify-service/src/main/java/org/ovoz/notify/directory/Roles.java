package org.ovoz.notify.directory;

/** The realm's roles. They say what one may do; the directory says where. */
public final class Roles {

    public static final String RESPONDER = "responder";
    public static final String COORDINATOR = "coordinator";
    public static final String ADMIN = "admin";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
