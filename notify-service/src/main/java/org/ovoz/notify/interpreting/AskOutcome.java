package org.ovoz.notify.interpreting;

/** What became of asking. */
sealed interface AskOutcome {

    /** Also when it was asked before, under the same id. */
    record Asked() implements AskOutcome {}

    record ClaimNeeded() implements AskOutcome {}

    /** Interpreters are being asked already for this report. */
    record AskedAlready() implements AskOutcome {}

    /** The report's language is not known, and none was named. */
    record LanguageNeeded() implements AskOutcome {}

    /** Over, or too far ahead. */
    record BadTime() implements AskOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements AskOutcome {}
}
