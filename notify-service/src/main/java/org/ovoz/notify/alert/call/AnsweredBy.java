package org.ovoz.notify.alert.call;

import org.ovoz.transport.carrier.WebhookForm;

/** Who the carrier thinks answered. Whoever it cannot tell is a person: somebody who was asleep says nothing. */
final class AnsweredBy {

    private AnsweredBy() {}

    static boolean isMachine(WebhookForm form) {
        return form.value("AnsweredBy")
                .filter(by -> by.startsWith("machine") || by.equals("fax"))
                .isPresent();
    }
}
