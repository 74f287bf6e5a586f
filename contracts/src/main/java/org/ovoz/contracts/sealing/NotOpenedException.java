package org.ovoz.contracts.sealing;

/** Something that could not be opened: another key, another report, another algorithm, or damage. Says no more than that. */
public final class NotOpenedException extends RuntimeException {

    public NotOpenedException() {
        super("could not be opened");
    }
}
