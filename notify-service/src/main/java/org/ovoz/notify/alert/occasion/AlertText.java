package org.ovoz.notify.alert.occasion;

/** What an alert says: enough for whoever knows the queue, nothing for whoever reads over the shoulder. */
public final class AlertText {

    /** A shift that begins. */
    public static final String CHECK_IN = "0-3";

    /** A notice to coordinators; what it is, the desk shows. */
    public static final String NOTICE = "0-2";

    /** An interpreter is asked; for what, the desk shows. */
    public static final String INTERPRETING = "0-4";

    private static final int URGENT = 1;
    private static final int ORDINARY = 2;

    private AlertText() {}

    /** Until a person has read a report its urgency is unknown, and unknown is urgent. */
    public static String of(String shortId, boolean danger, boolean opened) {
        return shortId + "-" + (danger || !opened ? URGENT : ORDINARY);
    }
}
