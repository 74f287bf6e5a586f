package org.ovoz.intake.routing;

/** Every team is suspended, or of an organisation that the person fears: nothing can be sealed, so nothing is taken. */
public final class NobodyToAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NobodyToAddress() {
        super("no team is left to seal to");
    }
}
