package org.ovoz.notify.alert;

import io.smallrye.mutiny.Uni;

/**
 * A way to alert a person. Each call is one attempt; an implementation tries nothing twice and says nothing but the alert's text, in
 * the subject too.
 */
public interface AlertSender {

    AlertKind kind();

    /** Does not fail: what nobody knows is {@link AlertOutcome.Unknown}. Reasons are codes. */
    Uni<AlertOutcome> send(Alert alert);

    /** Whether an attempt whose outcome nobody knows may be made again: a second mail does no harm, a second text may. */
    boolean mayRepeatUnknown();
}
