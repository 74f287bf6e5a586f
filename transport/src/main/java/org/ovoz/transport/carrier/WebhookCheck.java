package org.ovoz.transport.carrier;

/** Whether a webhook came from the carrier. */
public sealed interface WebhookCheck {

    record Genuine(WebhookForm form) implements WebhookCheck {}

    record Unsigned() implements WebhookCheck {}

    /** The signature is not the carrier's, or something of what it signed was changed. */
    record Forged() implements WebhookCheck {}

    /** The body is no form: bytes that are no UTF-8, or a name twice with different values. */
    record Unreadable() implements WebhookCheck {}
}
