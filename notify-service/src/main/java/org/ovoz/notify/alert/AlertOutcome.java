package org.ovoz.notify.alert;

/** What became of one attempt to alert. */
public sealed interface AlertOutcome {

    /** Taken by the carrier or the mail server. */
    record Sent() implements AlertOutcome {}

    /** Surely not sent, and it is worth trying again later. */
    record Later(String reason) implements AlertOutcome {}

    /** Surely not sent, and trying again would not help. */
    record Failed(String reason) implements AlertOutcome {}

    /** Nobody knows. Not sent again where a second one does harm. */
    record Unknown(String reason) implements AlertOutcome {}
}
