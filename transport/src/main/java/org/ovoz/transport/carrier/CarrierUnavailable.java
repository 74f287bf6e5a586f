package org.ovoz.transport.carrier;

/** The carrier did not do what may be asked again. Carries an outcome, never the provider's message: those can hold numbers. */
public final class CarrierUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SendOutcome outcome;

    CarrierUnavailable(SendOutcome outcome) {
        super("carrier: " + outcome, null, false, false);
        this.outcome = outcome;
    }

    public SendOutcome outcome() {
        return outcome;
    }
}
