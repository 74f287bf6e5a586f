package org.ovoz.notify.link;

/** What became of somebody's word on two reports. */
sealed interface SayOutcome {

    record Said() implements SayOutcome {}

    /** Somebody has said the other thing; that is ended first. */
    record SaidOtherwise() implements SayOutcome {}

    /** A report is not another one. */
    record Itself() implements SayOutcome {}

    /** One of the two is not there for the caller. */
    record NotYours() implements SayOutcome {}
}
