package org.ovoz.notify.interpreting;

/** What became of an answer. */
sealed interface AnswerOutcome {

    /** Also when it was given before. */
    record Answered() implements AnswerOutcome {}

    /** Somebody else was faster, it was taken back, or its time is over. */
    record TooLate() implements AnswerOutcome {}

    /** The person was not asked that. */
    record NotAsked() implements AnswerOutcome {}
}
