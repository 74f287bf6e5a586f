package org.ovoz.local.carrier.messages;

import org.ovoz.local.carrier.rest.TwilioError;

/** What a request to send a message comes to. */
sealed interface SendOutcome {

    /** It goes out, and the answer says so. */
    record Accepted(Message message) implements SendOutcome {}

    /** It goes out, and no answer comes. */
    record AcceptedInSilence(Message message) implements SendOutcome {}

    /** It goes out, and the answer is an error. */
    record AcceptedWithError(Message message, TwilioError error) implements SendOutcome {}

    /** It does not go out. */
    record Refused(TwilioError error) implements SendOutcome {}
}
