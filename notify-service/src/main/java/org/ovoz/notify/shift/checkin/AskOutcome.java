package org.ovoz.notify.shift.checkin;

/** What became of the wish that the phone ring now. */
sealed interface AskOutcome {

    /** It rings, or is about to: nobody is called twice within a minute. */
    record Rings() implements AskOutcome {}

    record NotYours() implements AskOutcome {}

    record TooEarly() implements AskOutcome {}

    record CheckedIn() implements AskOutcome {}
}
