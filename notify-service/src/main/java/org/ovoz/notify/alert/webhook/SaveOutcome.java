package org.ovoz.notify.alert.webhook;

/** What became of a webhook that was named. */
sealed interface SaveOutcome {

    /** New. */
    record Made(WebhookSecret secret) implements SaveOutcome {}

    /** It was there, and leads here from now on; its secret stays. */
    record Moved() implements SaveOutcome {}

    /** No such person, the id is another person's webhook or one that is gone, or the address is not one to post to. */
    record Refused() implements SaveOutcome {}
}
