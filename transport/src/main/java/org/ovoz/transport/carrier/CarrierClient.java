package org.ovoz.transport.carrier;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * The carrier, seen from here. Nothing that reaches a phone is ever tried twice by an implementation: each attempt may be a real text on
 * a watched phone.
 */
public interface CarrierClient {

    /** One attempt, one request. Does not fail: what nobody knows is {@link SendOutcome.Unknown}. */
    Uni<SendOutcome> send(OutgoingText text);

    /** One attempt, one request: an attempt that nobody knows the outcome of may ring. Does not fail, either. */
    Uni<SendOutcome> call(OutgoingCall call);

    /** The carrier's log of both directions since then, to reconcile with. Fails with {@link CarrierUnavailable}. */
    Uni<List<CarrierMessage>> list(Instant since);

    /** Removes the content from the carrier's log; one that is gone already is fine. Fails with {@link CarrierUnavailable}. */
    Uni<Void> delete(CarrierMessageId id);
}
