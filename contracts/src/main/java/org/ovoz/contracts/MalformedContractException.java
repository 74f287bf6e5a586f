package org.ovoz.contracts;

/** Something arrived that is not what the contract says. Carries the expected type only, never what arrived. */
public final class MalformedContractException extends RuntimeException {

    public MalformedContractException(Class<?> expected) {
        super("not a valid " + expected.getSimpleName());
    }
}
