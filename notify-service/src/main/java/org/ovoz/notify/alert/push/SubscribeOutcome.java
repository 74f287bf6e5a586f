package org.ovoz.notify.alert.push;

import java.util.UUID;

/** What became of a subscription. */
sealed interface SubscribeOutcome {

    record Subscribed(UUID id) implements SubscribeOutcome {}

    /** The desk has no key that push services know it by. */
    record Off() implements SubscribeOutcome {}

    /** It leads nowhere that may be posted to, or its keys are none. */
    record Refused() implements SubscribeOutcome {}

    /** The person has as many as one may have. */
    record TooMany() implements SubscribeOutcome {}
}
