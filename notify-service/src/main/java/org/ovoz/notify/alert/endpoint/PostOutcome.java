package org.ovoz.notify.alert.endpoint;

/** What became of one POST. */
public sealed interface PostOutcome {

    /** There was an answer; of it only the status is read. */
    record Answered(int status) implements PostOutcome {

        public boolean isTaken() {
            return status >= 200 && status < 300;
        }
    }

    /** No connection came about, so nothing was sent. */
    record NotReached() implements PostOutcome {}

    /** The address is not one to post to. */
    record NotAllowed() implements PostOutcome {}

    /** It may have been taken. */
    record Unknown(String reason) implements PostOutcome {}
}
