package org.ovoz.local.carrier.phones;

/**
 * A phone in somebody's hand.
 *
 * @param onCall what it does when it rings
 */
public record Phone(String number, String label, Kind kind, OnCall onCall) {

    /** Whose phone it is; only the page looks different. */
    public enum Kind {
        REPORTER,
        STAFF
    }

    /** What happens when it rings: somebody decides on the page, or it is always the same. */
    public enum OnCall {
        RING,
        ANSWER,
        BUSY
    }

    public static Phone reporter(String number, String label) {
        return new Phone(number, label, Kind.REPORTER, OnCall.RING);
    }

    public static Phone staff(String number, String label) {
        return new Phone(number, label, Kind.STAFF, OnCall.RING);
    }

    public Phone onCall(OnCall behaviour) {
        return new Phone(number, label, kind, behaviour);
    }
}
