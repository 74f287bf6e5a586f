package org.ovoz.notify.referral.emergency;

/** What became of a second person's answer. */
sealed interface AnswerOutcome {

    /** Also when they had answered so before. */
    record Answered() implements AnswerOutcome {}

    /** One's own wish is another's to confirm. */
    record SecondPersonNeeded() implements AnswerOutcome {}

    /** It was answered already, or too long ago. */
    record TooLate() implements AnswerOutcome {}

    /** Not of this case. */
    record Unknown() implements AnswerOutcome {}

    /** There is no such case for the caller. */
    record NotYours() implements AnswerOutcome {}
}
