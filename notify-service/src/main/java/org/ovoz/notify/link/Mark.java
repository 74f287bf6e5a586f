package org.ovoz.notify.link;

/** The form of a mark and of the id of the key that it was made with. */
final class Mark {

    /** 128 bits as base64url. */
    static final String FORM = "[A-Za-z0-9_-]{22}";

    static final String KID = "[A-Za-z0-9_-]{43}";

    /** Of one report. */
    static final int MOST = 40;

    private Mark() {}
}
